// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.discard;

import io.drey.jobs.sink.SinkMetrics;
import io.drey.operators.event.Event;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** The Flink sink that only counts events. */
record DiscardOutput(String sinkId) implements Sink<Event> {
  @Override
  public SinkWriter<Event> createWriter(WriterInitContext context) {
    SinkMetrics metrics = new SinkMetrics(context.metricGroup(), sinkId);
    return new SinkWriter<>() {
      @Override
      public void write(Event event, Context unused) {
        metrics.events.inc();
        metrics.bytes.inc(event.length());
      }

      @Override
      public void flush(boolean endOfInput) {}

      @Override
      public void close() {}
    };
  }
}
