// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.discard;

import io.drey.jobs.sink.Sink;
import io.drey.jobs.sink.SinkContext;
import io.drey.operators.event.Event;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Counts events and drops them. */
public record DiscardSink() implements Sink {
  @Override
  public void attach(DataStream<Event> events, SinkContext context) {
    events
        .sinkTo(new DiscardOutput(context.id()))
        .uid(context.id())
        .name(context.id())
        .setParallelism(events.getParallelism());
  }

  @Override
  public boolean discards() {
    return true;
  }
}
