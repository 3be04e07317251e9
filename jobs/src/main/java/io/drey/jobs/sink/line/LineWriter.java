// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.line;

import io.drey.jobs.sink.SinkMetrics;
import io.drey.operators.event.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;

/**
 * Writes lines to a stream, at least once: it buffers them, and writes them out when the buffer is
 * full or after a short time.
 */
public final class LineWriter implements SinkWriter<Event> {
  /** How long a line may stay in the buffer. */
  private static final long PATIENCE_MILLIS = 100;

  private final OutputStream target;
  private final LineOutput out;
  private final LineFormat format;
  private final SinkMetrics metrics;
  private final ProcessingTimeService clock;
  private boolean timerPending;

  /** Writes to a stream, which it closes. */
  public LineWriter(
      OutputStream target, LineFormat format, SinkMetrics metrics, ProcessingTimeService clock) {
    this.target = target;
    this.out = new LineOutput(target);
    this.format = format;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public void write(Event event, Context context) throws IOException {
    long before = out.written();
    format.write(event, out);
    metrics.events.inc();
    metrics.bytes.inc(out.written() - before);
    if (!timerPending) {
      timerPending = true;
      ScheduledFuture<?> unused =
          clock.registerTimer(clock.getCurrentProcessingTime() + PATIENCE_MILLIS, this::onTimer);
    }
  }

  private void onTimer(long time) throws IOException {
    timerPending = false;
    out.flush();
  }

  @Override
  public void flush(boolean endOfInput) throws IOException {
    out.flush();
  }

  /** Flushes what was written before a failure: each line at least once. */
  @Override
  public void close() throws IOException {
    try (target) {
      out.flush();
    }
  }
}
