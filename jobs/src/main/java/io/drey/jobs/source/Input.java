// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source;

import io.drey.operators.event.Event;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.types.Either;

/**
 * The Flink source behind a source of a pipeline file: right is an event, left a malformed record.
 *
 * @param <S> a split of the input
 * @param <C> the assignment of splits that checkpoints hold
 */
public interface Input<S extends SourceSplit, C> extends Source<Either<Event, Event>, S, C> {}
