// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import io.drey.jobs.pipeline.Output;
import io.drey.jobs.sink.Sink;
import io.drey.operators.event.Event;
import java.util.function.Supplier;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What a run adds to the job of a pipeline, whose own operators stay as they are. */
public interface Additions {
  /** Adds nothing. */
  Additions NONE = new Additions() {};

  /** Adds readers of an output, once its source, step or sink is attached. */
  default void readersOf(Output output, Supplier<DataStream<Event>> events) {}

  /** What a sink is to write of its input. */
  default DataStream<Event> written(String id, Sink sink, DataStream<Event> events) {
    return events;
  }
}
