// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.path.FilePath;
import io.drey.jobs.sink.SinkMetrics;
import io.drey.jobs.sink.line.LineFormat;
import io.drey.jobs.sink.line.LineOutput;
import io.drey.operators.event.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.InitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.RecoverableWriter;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The Flink sink that writes part files.
 *
 * @param sinkId the sink's id
 * @param options as written in the pipeline file
 * @param goOnOverCheckpoints whether a part ends with the input only
 */
record FileOutput(String sinkId, FileSink options, boolean goOnOverCheckpoints)
    implements Sink<Event>, SupportsWriterState<Event, PartState>, SupportsCommitter<FinishedPart> {
  boolean isOneFile() {
    return options.fileTarget().isOneFile();
  }

  LineFormat format() {
    return options.lines().lines();
  }

  @Override
  public PartWriter createWriter(WriterInitContext context) throws IOException {
    TaskInfo task = context.getTaskInfo();
    if (task.getAttemptNumber() > 0 && !isOneFile() && options.mode() != FileMode.APPEND) {
      // The directory was empty at first: unfinished parts are those of a failed attempt.
      removeUnfinished(task.getIndexOfThisSubtask(), 0);
    }
    return writer(context, List.of());
  }

  @Override
  public PartWriter restoreWriter(WriterInitContext context, Collection<PartState> states)
      throws IOException {
    if (context.getTaskInfo().getAttemptNumber() > 0 && !isOneFile()) {
      for (PartState state : states) {
        // Begun after the restored checkpoint, which is the latest one: they are in no state.
        removeUnfinished(state.subtask(), state.nextNumber());
      }
    }
    return writer(context, states);
  }

  private PartWriter writer(WriterInitContext context, Collection<PartState> states)
      throws IOException {
    return new PartWriter(
        this,
        options.fileTarget().fileSystem().createRecoverableWriter(),
        context.getTaskInfo().getIndexOfThisSubtask(),
        restoredFrom(context),
        new SinkMetrics(context.metricGroup(), sinkId),
        states);
  }

  private static long restoredFrom(InitContext context) {
    return context.getRestoredCheckpointId().orElse(FinishedPart.NONE);
  }

  /** Deletes the unfinished parts of a subtask from that number on. */
  void removeUnfinished(int subtask, long fromNumber) throws IOException {
    for (Map.Entry<Path, PartName> part : options.fileTarget().parts().entrySet()) {
      PartName name = part.getValue();
      if (!name.isFinished() && name.subtask() == subtask && name.number() >= fromNumber) {
        boolean unused = options.fileTarget().fileSystem().delete(part.getKey(), false);
      }
    }
  }

  /** The number after that of the subtask's last part, finished or not. */
  long nextNumber(int subtask) throws IOException {
    long next = 0;
    if (isOneFile()) {
      return next;
    }
    for (PartName name : options.fileTarget().parts().values()) {
      if (name.subtask() == subtask) {
        next = Math.max(next, name.number() + 1);
      }
    }
    return next;
  }

  /** Opens a new part; that of a single file in append mode begins with the file's content. */
  Part create(RecoverableWriter files, PartName name, LineFormat format) throws IOException {
    Path path = options.fileTarget().part(name);
    Part part = Part.create(files, options.fileTarget(), path);
    List<String> columns = List.of();
    if (isOneFile() && holdsSomething(path)) {
      if (options.mode() == FileMode.CREATE) {
        part.abandon();
        throw new IOException(options.notEmpty());
      }
      if (options.mode() == FileMode.APPEND) {
        columns = copyOld(path, part.out());
      }
    }
    format.start(columns);
    return part;
  }

  private static boolean holdsSomething(Path path) throws IOException {
    return FilePath.system(path).exists(path)
        && FilePath.system(path).getFileStatus(path).getLen() > 0;
  }

  private List<String> copyOld(Path path, LineOutput out) throws IOException {
    byte[] block = new byte[64 << 10];
    byte last = '\n';
    try (InputStream old = FilePath.system(path).open(path)) {
      for (int read = old.read(block); read >= 0; read = old.read(block)) {
        out.write(block, 0, read);
        last = read > 0 ? block[read - 1] : last;
      }
    }
    if (last != '\n') {
      out.endLine();
    }
    return options.lines().format().columns(firstLine(path));
  }

  private static String firstLine(Path path) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(FilePath.system(path).open(path), UTF_8))) {
      return String.valueOf(reader.readLine());
    }
  }

  @Override
  public SimpleVersionedSerializer<PartState> getWriterStateSerializer() {
    return new PartStateSerializer();
  }

  @Override
  public Committer<FinishedPart> createCommitter(CommitterInitContext context) throws IOException {
    return new PartCommitter(
        options.fileTarget().fileSystem().createRecoverableWriter(), restoredFrom(context));
  }

  @Override
  public SimpleVersionedSerializer<FinishedPart> getCommittableSerializer() {
    return new FinishedPartSerializer();
  }
}
