// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import java.io.Serializable;

/** Creates the result of a span. */
@FunctionalInterface
public interface SummarizeSpan<K, R> extends Serializable {
  R summarize(K group, Span span, Results results);
}
