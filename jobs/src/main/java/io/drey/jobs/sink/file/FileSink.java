// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import io.drey.jobs.option.Option;
import io.drey.jobs.path.DirectoryEntry;
import io.drey.jobs.sink.Sink;
import io.drey.jobs.sink.SinkContext;
import io.drey.jobs.sink.line.OutputFormat;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** Writes lines to files, exactly once. */
public record FileSink(
    @Option("a directory for part files, or a single file if the name has an extension")
        String path,
    @Option(value = "the format of the lines", byDefault = "json") OutputFormat format,
    @Option("the fields to write, in this order; all if left out") @Nullable List<FieldPath> fields,
    @Option(value = "what to do with a path that is not empty", byDefault = "create") FileMode mode)
    implements Sink, Serializable {
  public FileSink {
    fields = fields == null ? null : List.copyOf(fields);
    if (path.endsWith(".gz")) {
      throw new IllegalArgumentException(
          "Invalid path: must not end in .gz, output is never compressed, but was '" + path + "'");
    }
  }

  FileTarget target() {
    return new FileTarget(path, format.extension());
  }

  @Override
  public void attach(DataStream<Event> events, SinkContext context) {
    boolean oneFile = target().isOneFile();
    boolean showsAsItComes = !oneFile && (!context.bounded() || context.keepOpen());
    events
        .sinkTo(new FileOutput(context.id(), this, !showsAsItComes))
        .uid(context.id())
        .name(context.id())
        .setParallelism(oneFile ? 1 : events.getParallelism());
  }

  /**
   * Checks that the output can be written to the path.
   *
   * @throws IllegalArgumentException if it cannot; the message says why and what to do
   */
  public void checkTarget(SinkContext context) throws IOException {
    FileTarget target = target();
    if (target.isOneFile() && !context.bounded()) {
      throw new IllegalArgumentException(
          "Cannot write one file '"
              + path
              + "': the input never ends (a path without extension takes part files)");
    }
    Path location = target.location();
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
    if (!target().parts().isEmpty()) {
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
    if (mode == FileMode.OVERWRITE && !context.restored() && !target().isOneFile()) {
      for (Path part : target().parts().keySet()) {
        boolean unused = target().fileSystem().delete(part, false);
      }
    }
  }
}
