// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.stdout;

import io.drey.jobs.option.Included;
import io.drey.jobs.sink.Sink;
import io.drey.jobs.sink.SinkContext;
import io.drey.jobs.sink.line.LineOptions;
import io.drey.operators.event.Event;
import java.io.Serializable;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Writes lines to standard output, at least once. */
public record StdoutSink(@Included LineOptions lines) implements Sink, Serializable {
  @Override
  public void attach(DataStream<Event> events, SinkContext context) {
    events
        .sinkTo(new StdoutOutput(context.id(), this))
        .uid(context.id())
        .name(context.id())
        .setParallelism(1);
  }

  @Override
  public boolean hasLostReader() {
    return Stdout.isReaderGone();
  }
}
