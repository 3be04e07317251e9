// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink;

import io.drey.operators.event.Event;
import io.drey.operators.rule.Subtasks;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;

/** Adds a sink to a job. */
public final class SinkWiring {
  private SinkWiring() {}

  /** Adds a sink that has one writer, also in a job that is rescaled. */
  public static void connectOne(
      DataStream<Event> events,
      String id,
      org.apache.flink.api.connector.sink2.Sink<Event> output) {
    DataStreamSink<Event> sink = events.sinkTo(output).uid(id).name(id).setParallelism(1);
    if (!Subtasks.areFixed(events.getExecutionEnvironment())) {
      DataStreamSink<Event> unused = sink.setMaxParallelism(1);
    }
  }
}
