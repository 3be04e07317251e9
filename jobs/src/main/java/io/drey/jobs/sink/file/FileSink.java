// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import io.drey.jobs.option.Included;
import io.drey.jobs.option.Option;
import io.drey.jobs.path.DirectoryEntry;
import io.drey.jobs.path.LocalPath;
import io.drey.jobs.sink.Sink;
import io.drey.jobs.sink.SinkContext;
import io.drey.jobs.sink.SinkWiring;
import io.drey.jobs.sink.line.LineOptions;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** Writes lines to files, exactly once; to a pipe or a device, at least once. */
public record FileSink(
    @Option("a directory for part files, or a single file if the name has an extension")
        String path,
    @Included LineOptions lines,
    @Option(value = "what to do with a path that is not empty", byDefault = "create") FileMode mode)
    implements Sink, Serializable {
  public FileSink {
    if (path.endsWith(".gz")) {
      throw new IllegalArgumentException(
          "Invalid path: must not end in .gz, output is never compressed, but was '" + path + "'");
    }
    if (path.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("Invalid path: must not contain U+0000");
    }
  }

  FileTarget fileTarget() {
    return new FileTarget(path, lines.format().extension());
  }

  /** Whether a pipe or a device is written to as it is. */
  private boolean isStream() {
    Path local = LocalPath.find(path);
    return local != null && LocalPath.isSpecial(local);
  }

  @Override
  public @Nullable String target() {
    Path local = LocalPath.find(path);
    if (local == null) {
      return path;
    }
    return isStream() ? null : LocalPath.real(local).toString();
  }

  @Override
  public boolean overwrites() {
    return mode == FileMode.OVERWRITE;
  }

  @Override
  public Closeable hold() throws IOException {
    Path local = LocalPath.find(path);
    return local == null || isStream()
        ? () -> {}
        : TargetLock.hold(LocalPath.real(local), fileTarget().isOneFile(), path);
  }

  @Override
  public @Nullable List<FieldPath> fields() {
    return lines.fields();
  }

  @Override
  public void attach(DataStream<Event> events, SinkContext context) {
    if (isStream()) {
      SinkWiring.connectOne(events, context.id(), new StreamOutput(context.id(), this));
      return;
    }
    boolean oneFile = fileTarget().isOneFile();
    boolean showsAsItComes = !oneFile && (!context.bounded() || context.keepOpen());
    FileOutput output = new FileOutput(context.id(), this, !showsAsItComes);
    if (oneFile) {
      SinkWiring.connectOne(events, context.id(), output);
      return;
    }
    events
        .sinkTo(output)
        .uid(context.id())
        .name(context.id())
        .setParallelism(events.getParallelism());
  }

  /**
   * Checks that the output can be written to the path.
   *
   * @throws IllegalArgumentException if it cannot; the message says why and what to do
   */
  public void checkTarget(SinkContext context) throws IOException {
    if (isStream()) {
      return;
    }
    FileTarget target = fileTarget();
    if (target.isOneFile() && !context.bounded()) {
      throw new IllegalArgumentException(
          "Cannot write one file '"
              + path
              + "': the input never ends (a path without extension takes part files)");
    }
    org.apache.flink.core.fs.Path location = target.location();
    if (!target.fileSystem().exists(location)) {
      return;
    }
    FileStatus found = target.fileSystem().getFileStatus(location);
    if (target.isOneFile() == found.isDir()) {
      throw new IllegalArgumentException(
          found.isDir()
              ? "Cannot write one file '" + path + "': it is a directory"
              : "Cannot write part files to '" + path + "': it is a file");
    }
    if (mode == FileMode.CREATE && !context.restored() && holdsSomething(found)) {
      throw new IllegalArgumentException(notEmpty());
    }
  }

  private boolean holdsSomething(FileStatus found) throws IOException {
    if (!found.isDir()) {
      return found.getLen() > 0;
    }
    if (!fileTarget().parts().isEmpty()) {
      return true;
    }
    for (DirectoryEntry file : DirectoryEntry.list(found.getPath())) {
      if (!file.name().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  String notEmpty() {
    return "Cannot write to '"
        + path
        + "': it is not empty (use mode append or overwrite, or continue from a savepoint)";
  }

  /** Also deletes the part files that are to be overwritten, but no other files. */
  @Override
  public void prepare(SinkContext context) throws IOException {
    checkTarget(context);
    if (mode == FileMode.OVERWRITE && !context.restored() && !fileTarget().isOneFile()) {
      for (org.apache.flink.core.fs.Path part : fileTarget().parts().keySet()) {
        boolean unused = fileTarget().fileSystem().delete(part, false);
      }
    }
  }

  @Override
  public void tidy() throws IOException {
    FileTarget target = fileTarget();
    if (!isStream()) {
      for (org.apache.flink.core.fs.Path file : target.unfinished()) {
        boolean unused = target.fileSystem().delete(file, false);
      }
    }
  }
}
