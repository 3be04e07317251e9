package io.drey.jobs.source;

import io.drey.jobs.option.Option;
import org.jspecify.annotations.Nullable;

/** Reads files line by line. */
public record FileSource(
    @Option("a file, a directory or a glob; .gz is read transparently") String path,
    @Option(value = "how a line becomes an event", byDefault = "json") InputFormat format,
    @Option("where an event's time is") @Nullable TimeOptions time,
    @Option(value = "read all files at once instead of one after another", byDefault = "false")
        boolean parallel)
    implements Source {
  @Override
  public boolean isBounded() {
    return true;
  }
}
