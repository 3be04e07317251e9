// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source;

import io.drey.jobs.source.line.InputRecord;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * The Flink source behind a source of a pipeline file: it emits events and malformed records.
 *
 * @param <S> a split of the input
 * @param <C> the assignment of splits that checkpoints hold
 */
public interface Input<S extends SourceSplit, C> extends Source<InputRecord, S, C> {}
