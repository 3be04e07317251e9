// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import io.drey.jobs.sink.SinkMetrics;
import io.drey.jobs.sink.line.LineFormat;
import io.drey.jobs.sink.line.LineOutput;
import io.drey.operators.event.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.core.fs.RecoverableWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines to part files. A part ends with the input and, if output has to appear before that,
 * with each checkpoint; otherwise it continues across checkpoints.
 */
final class PartWriter
    implements StatefulSinkWriter<Event, PartState>, CommittingSinkWriter<Event, FinishedPart> {
  private final FileOutput output;
  private final RecoverableWriter files;
  private final int subtask;
  private final long restoredFrom;
  private final LineFormat format;
  private final SinkMetrics metrics;
  private final List<FinishedPart> finished = new ArrayList<>();

  private @Nullable Part part;
  private long nextNumber;
  private boolean ended;

  /**
   * @param restoredFrom the checkpoint of the restored states
   */
  PartWriter(
      FileOutput output,
      RecoverableWriter files,
      int subtask,
      long restoredFrom,
      SinkMetrics metrics,
      Collection<PartState> restored)
      throws IOException {
    this.output = output;
    this.files = files;
    this.subtask = subtask;
    this.restoredFrom = restoredFrom;
    this.metrics = metrics;
    this.format = output.format();
    this.nextNumber = output.nextNumber(subtask);
    for (PartState state : restored) {
      restore(state);
    }
  }

  private void restore(PartState state) throws IOException {
    if (state.subtask() == subtask) {
      nextNumber = Math.max(nextNumber, state.nextNumber());
    }
    if (state.open() == null) {
      return;
    }
    Part open = Part.recover(files, state.open());
    if (part == null) {
      part = open;
      format.start(state.columns());
    } else {
      // That of another subtask, after rescaling to fewer: it is not continued.
      finished.add(finish(open));
    }
  }

  @Override
  public void write(Event event, Context context) throws IOException {
    LineOutput out = open().out();
    long before = out.written();
    format.write(event, out);
    metrics.events.inc();
    metrics.bytes.inc(out.written() - before);
  }

  private Part open() throws IOException {
    if (part == null) {
      part = output.create(files, new PartName(subtask, nextNumber++, false), format);
    }
    return part;
  }

  @Override
  public void flush(boolean endOfInput) throws IOException {
    ended |= endOfInput;
    if (endOfInput && output.isOneFile()) {
      Part unused = open();
    }
  }

  @Override
  public Collection<FinishedPart> prepareCommit() throws IOException {
    if (part != null && (ended || !output.goOnOverCheckpoints())) {
      finished.add(finish(part));
      part = null;
    }
    List<FinishedPart> prepared = List.copyOf(finished);
    finished.clear();
    return prepared;
  }

  private FinishedPart finish(Part complete) throws IOException {
    return new FinishedPart(restoredFrom, complete.finish());
  }

  @Override
  public List<PartState> snapshotState(long checkpointId) throws IOException {
    Recoverable open = part == null ? null : part.persist();
    return List.of(
        new PartState(subtask, nextNumber, open == null ? List.of() : format.columns(), open));
  }

  @Override
  public void close() throws IOException {
    if (part != null) {
      part.abandon();
    }
  }
}
