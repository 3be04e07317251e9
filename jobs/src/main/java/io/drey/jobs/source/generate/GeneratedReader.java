// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.source.SourceContext;
import io.drey.jobs.source.line.InputRecord;
import io.drey.jobs.source.line.MalformedLineException;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.jobs.source.line.SourceRecords;
import io.drey.jobs.source.line.TimeReader;
import io.drey.jobs.source.single.ReadPosition;
import io.drey.jobs.source.single.ReadTimes;
import io.drey.operators.event.Event;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;

/** Generates events one after another, no faster than the rate. */
final class GeneratedReader implements SourceReader<InputRecord, ReadPosition> {
  private static final String INPUT = "generate";
  private static final int CHUNK_EVENTS = 64;
  private static final double NANOS = 1e9;

  private final EventGenerator generator;
  private final long count;
  private final @Nullable Double rate;
  private final LongSupplier nanoTime;
  private final SourceMetrics metrics;
  private final Function<ReadTimes, SourceRecords> recordsAfter;

  private CompletableFuture<Void> available = new CompletableFuture<>();

  /** Null until the split is assigned. */
  private @Nullable SourceRecords records;

  private long next;
  private long pacedFrom;
  private long pacedSince;

  GeneratedReader(
      SourceContext context, GenerateSource options, SourceMetrics metrics, LongSupplier nanoTime) {
    this.generator =
        context.traced()
            ? new TracedGenerator(options.seed(), options.fields(), context.id(), INPUT)
            : new EventGenerator(options.seed(), options.fields());
    this.count = options.count() == null ? Long.MAX_VALUE : options.count();
    this.rate = options.rate();
    this.nanoTime = nanoTime;
    this.metrics = metrics;
    TimeReader time = options.time() == null ? null : options.time().reader();
    this.recordsAfter = times -> new SourceRecords(context.id(), INPUT, time, times, metrics);
  }

  @Override
  public void start() {}

  @Override
  public void addSplits(List<ReadPosition> splits) {
    records = recordsAfter.apply(splits.get(0).times());
    next = splits.get(0).next();
    pacedFrom = next;
    pacedSince = nanoTime.getAsLong();
    available.complete(null);
  }

  @Override
  public void notifyNoMoreSplits() {}

  @Override
  public InputStatus pollNext(ReaderOutput<InputRecord> output) {
    SourceRecords to = records;
    if (to == null) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    long end = Math.min(count, Math.min(due(), next + CHUNK_EVENTS));
    while (next < end) {
      emit(generator.event(next), to, output);
      next++;
    }
    if (next >= count) {
      return InputStatus.END_OF_INPUT;
    }
    return next < due() ? InputStatus.MORE_AVAILABLE : pause();
  }

  /** The index up to which, exclusively, events are due now. */
  private long due() {
    if (rate == null) {
      return Long.MAX_VALUE;
    }
    double elapsed = (nanoTime.getAsLong() - pacedSince) / NANOS;
    return pacedFrom + (long) (elapsed * rate) + 1;
  }

  private InputStatus pause() {
    double perEvent = rate == null ? 0 : NANOS / rate;
    long nanos =
        (long) Math.ceil((next - pacedFrom) * perEvent) + pacedSince - nanoTime.getAsLong();
    available =
        new CompletableFuture<Void>()
            .completeOnTimeout(null, Math.max(nanos, 0), TimeUnit.NANOSECONDS);
    return InputStatus.NOTHING_AVAILABLE;
  }

  private void emit(Event event, SourceRecords to, ReaderOutput<InputRecord> output) {
    metrics.bytes.inc(event.length());
    try {
      to.emit(to.event(event), output);
    } catch (MalformedLineException e) {
      byte[] json = event.toString().getBytes(UTF_8);
      to.emit(to.malformed(e, json, 0, json.length, Long.toString(next)), output);
    }
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return available;
  }

  @Override
  public List<ReadPosition> snapshotState(long checkpointId) {
    return records == null ? List.of() : List.of(new ReadPosition(next, records.times()));
  }

  @Override
  public void close() {}
}
