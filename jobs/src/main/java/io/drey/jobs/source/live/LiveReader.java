// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.live;

import io.drey.jobs.source.line.InputRecord;
import io.drey.jobs.source.line.LineEmitter;
import io.drey.jobs.source.line.RecordReader;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.jobs.source.single.ReadPosition;
import io.drey.jobs.source.single.UnreadableInputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** Reads the records of a stream as they arrive; a separate thread waits for them. */
final class LiveReader implements SourceReader<InputRecord, ReadPosition> {
  private static final int CHUNK_RECORDS = 64;

  private final LiveInput input;
  private final SourceMetrics metrics;
  private final BlockPipe pipe = new BlockPipe();
  private final RecordReader records;
  private final LineEmitter emitter;
  private final CompletableFuture<Void> assigned = new CompletableFuture<>();

  private boolean started;
  private @Nullable InputStream stream;
  private long counted;

  LiveReader(LiveInput input, SourceMetrics metrics) {
    this.input = input;
    this.metrics = metrics;
    this.records = input.reader(pipe);
    this.emitter = new LineEmitter(records, input.decoder(metrics));
  }

  @Override
  public void start() {
    started = true;
  }

  /** Restored splits are added before the reader is started. */
  @Override
  public void addSplits(List<ReadPosition> splits) {
    if (!started) {
      throw new FlinkRuntimeException(input.gone());
    }
    assigned.complete(null);
  }

  @Override
  public void notifyNoMoreSplits() {}

  @Override
  public InputStatus pollNext(ReaderOutput<InputRecord> output) throws IOException {
    if (!assigned.isDone()) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    if (stream == null) {
      stream = input.stream().open();
      startPump(stream);
    }
    for (int i = 0; i < CHUNK_RECORDS; i++) {
      switch (next()) {
        case NOTHING -> {
          return InputStatus.NOTHING_AVAILABLE;
        }
        case END -> {
          return InputStatus.END_OF_INPUT;
        }
        case UNFINISHED -> {
          records.takeUnfinished();
          emitter.emit(output);
        }
        case RECORD -> emitter.emit(output);
      }
    }
    return InputStatus.MORE_AVAILABLE;
  }

  private RecordReader.Found next() throws IOException {
    try {
      RecordReader.Found found = records.next();
      metrics.bytes.inc(records.nextOffset() - counted);
      counted = records.nextOffset();
      return found;
    } catch (UnreadableInputException e) {
      throw e;
    } catch (IOException e) {
      String where = "'" + input.stream().name() + "' after line " + emitter.line();
      throw new UnreadableInputException("Failed to read " + where, e);
    }
  }

  private void startPump(InputStream in) {
    Thread thread = new Thread(() -> pipe.pump(in), "drey-read-" + input.sourceId());
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return assigned.isDone() && stream != null ? pipe.ready() : assigned;
  }

  @Override
  public List<ReadPosition> snapshotState(long checkpointId) {
    return assigned.isDone()
        ? List.of(new ReadPosition(emitter.line(), emitter.times()))
        : List.of();
  }

  @Override
  public void close() throws IOException {
    pipe.close();
    if (stream != null && input.stream().isClosable()) {
      stream.close();
    }
  }
}
