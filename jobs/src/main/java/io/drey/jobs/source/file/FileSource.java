// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.option.Included;
import io.drey.jobs.option.Option;
import io.drey.jobs.source.Source;
import io.drey.jobs.source.SourceContext;
import io.drey.jobs.source.SourceWiring;
import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.TimeUse;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.single.UnreadableInputException;
import io.drey.jobs.stream.NamedStreams;
import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Reads files record by record. */
public record FileSource(
    @Option("a file, a directory or a glob; .gz is read transparently") String path,
    @Included FormatOptions format,
    @Option("the event time: its field, or processing") @Nullable TimeOptions time,
    @Option(value = "read all files at once instead of one after another", byDefault = "false")
        boolean parallel)
    implements Source, Serializable {
  public FileSource {
    time = format.timed(time);
    TimeUse.FILES.check(time);
  }

  @Override
  public String formatName() {
    return format.word();
  }

  @Override
  public boolean isBounded() {
    return true;
  }

  @Override
  public boolean isReplayable() {
    return true;
  }

  /** Lists the files, as the job does at its start. */
  @Override
  public void prepare(String id) throws IOException {
    try {
      new InputFiles(path).list();
    } catch (UnreadableInputException e) {
      throw new IOException(e.getMessage() + " (it is the path of source '" + id + "')", e);
    }
  }

  @Override
  public FileSource withPath(String other) {
    return new FileSource(other, format, time, parallel);
  }

  @Override
  public boolean reportsCaughtUp() {
    return true;
  }

  @Override
  public NamedStreams open(StreamExecutionEnvironment env, SourceContext context) {
    return SourceWiring.connect(
        env,
        context.id(),
        readers(context.parallelism()),
        new FileInput(context.id(), this, context.keepOpen()),
        SourceWiring.watermarks(time, false));
  }
}
