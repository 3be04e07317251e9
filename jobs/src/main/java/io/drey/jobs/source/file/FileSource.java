// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.option.Included;
import io.drey.jobs.option.Option;
import io.drey.jobs.option.OptionProblem;
import io.drey.jobs.path.FilePath;
import io.drey.jobs.source.Source;
import io.drey.jobs.source.SourceContext;
import io.drey.jobs.source.SourceWiring;
import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.TimeUse;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.line.RecordFormat;
import io.drey.jobs.source.single.UnreadableInputException;
import io.drey.jobs.stream.NamedStreams;
import io.drey.jobs.text.DurationText;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Reads files record by record. */
public record FileSource(
    @Option(
            "a file, a directory or a glob, or a list of these; .gz, .zst and .bz2 are read"
                + " transparently")
        FilePaths path,
    @Included FormatOptions format,
    @Option("the event time: its field, or processing") @Nullable TimeOptions time,
    @Option(value = "read all files at once instead of one after another", byDefault = "false")
        boolean parallel,
    @Option(
            value =
                "the order of the files: by name with rotated files before the one they come from,"
                    + " oldest first; by name alone; or by the time of their last change",
            byDefault = "rotation")
        FileOrder sort,
    @Option(
            value = "go on reading as files grow, are rotated and are added, until stopped",
            byDefault = "false")
        boolean follow,
    @Option(value = "how often follow looks for changes", byDefault = "1s") Duration poll)
    implements Source, Serializable {
  public FileSource {
    time = format.timed(time);
    TimeUse.FILES.check(time);
    if (follow && parallel) {
      throw new IllegalArgumentException(
          "Invalid follow: must not be combined with parallel but was true");
    }
    if (poll.toMillis() < 1) {
      throw new IllegalArgumentException(
          "Invalid poll: must be at least 1 ms but was " + DurationText.of(poll));
    }
  }

  /** Reads the files that are there, once, with the defaults of the other options. */
  public FileSource(
      String path, FormatOptions format, @Nullable TimeOptions time, boolean parallel) {
    this(
        FilePaths.parse(path),
        format,
        time,
        parallel,
        FileOrder.ROTATION,
        false,
        Duration.ofSeconds(1));
  }

  @Override
  public String formatName() {
    return format.word();
  }

  @Override
  public RecordFormat recordFormat() {
    return format;
  }

  @Override
  public boolean isBounded() {
    return !follow;
  }

  /** Lines carry their time, also where files are followed. */
  @Override
  public boolean isTimedByArrival() {
    return false;
  }

  @Override
  public List<String> paths() {
    return path.paths();
  }

  InputFiles input() {
    return new InputFiles(path, sort);
  }

  @Override
  public List<String> files() throws IOException {
    return input().list(new RotationBases()).stream().map(InputFile::path).toList();
  }

  @Override
  public List<OptionProblem> warnings() {
    return follow
        ? path.paths().stream().filter(FileSource::isFile).map(FileSource::followsAlone).toList()
        : List.of();
  }

  private static boolean isFile(String path) {
    return !Glob.isGlob(path) && !path.endsWith("/") && !FilePath.isDirectory(path);
  }

  private static OptionProblem followsAlone(String path) {
    String message =
        "Follows '"
            + path
            + "' alone: what is appended between the last look and a rotation is lost (path: '"
            + path
            + "*' reads the rotated files too)";
    return new OptionProblem(List.of("path"), message);
  }

  @Override
  public boolean isReplayable() {
    return true;
  }

  /** Lists the files, as the job does at its start. */
  @Override
  public void prepare(String id) throws IOException {
    if (follow) {
      return;
    }
    try {
      input().list(new RotationBases());
    } catch (UnreadableInputException e) {
      throw new IOException(e.getMessage() + " (it is the path of source '" + id + "')", e);
    }
  }

  @Override
  public FileSource withPath(String other) {
    return new FileSource(FilePaths.parse(other), format, time, parallel, sort, follow, poll);
  }

  @Override
  public boolean reportsCaughtUp() {
    return true;
  }

  @Override
  public NamedStreams open(StreamExecutionEnvironment env, SourceContext context) {
    var input = FileInput.of(context, this);
    var watermarks = SourceWiring.watermarks(time, false);
    return parallel
        ? SourceWiring.connect(env, context, context.parallelism(), input, watermarks)
        : SourceWiring.connectOne(env, context, input, watermarks);
  }
}
