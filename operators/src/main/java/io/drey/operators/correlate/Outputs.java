// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import java.io.Serializable;
import org.apache.flink.util.OutputTag;

/** The side outputs for events that do not pair. */
record Outputs<T, U>(OutputTag<U> unmatched, OutputTag<U> evicted, OutputTag<T> other)
    implements Serializable {}
