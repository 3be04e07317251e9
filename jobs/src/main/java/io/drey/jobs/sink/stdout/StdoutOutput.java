// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.stdout;

import io.drey.jobs.sink.SinkMetrics;
import io.drey.jobs.sink.line.LineWriter;
import io.drey.operators.event.Event;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** The Flink sink that writes to standard output. */
record StdoutOutput(String sinkId, StdoutSink options) implements Sink<Event> {
  @Override
  public SinkWriter<Event> createWriter(WriterInitContext context) {
    return new LineWriter(
        Stdout.current(),
        options.lines().lines(),
        new SinkMetrics(context.metricGroup(), sinkId),
        context.getProcessingTimeService());
  }
}
