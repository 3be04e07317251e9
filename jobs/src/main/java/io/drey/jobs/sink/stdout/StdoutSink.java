// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.stdout;

import io.drey.jobs.option.Included;
import io.drey.jobs.sink.Sink;
import io.drey.jobs.sink.SinkContext;
import io.drey.jobs.sink.SinkWiring;
import io.drey.jobs.sink.line.LineOptions;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import java.io.Serializable;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** Writes lines to standard output, at least once. */
public record StdoutSink(@Included LineOptions lines) implements Sink, Serializable {
  @Override
  public @Nullable List<FieldPath> fields() {
    return lines.fields();
  }

  @Override
  public void attach(DataStream<Event> events, SinkContext context) {
    SinkWiring.connectOne(events, context.id(), new StdoutOutput(context.id(), this));
  }

  @Override
  public String placeOnCluster() {
    return "the log of a TaskManager";
  }

  @Override
  public boolean hasLostReader() {
    return Stdout.isReaderGone();
  }
}
