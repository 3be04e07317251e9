// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.stdout;

import io.drey.jobs.option.Option;
import io.drey.jobs.sink.Sink;
import io.drey.jobs.sink.SinkContext;
import io.drey.jobs.sink.line.OutputFormat;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import java.io.Serializable;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** Writes lines to standard output, at least once. */
public record StdoutSink(
    @Option(value = "the format of the lines", byDefault = "json") OutputFormat format,
    @Option("the fields to write, in this order; all if left out") @Nullable List<FieldPath> fields)
    implements Sink, Serializable {
  public StdoutSink {
    fields = fields == null ? null : List.copyOf(fields);
  }

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
