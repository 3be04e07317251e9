package io.drey.jobs.source;

import io.drey.jobs.option.Option;
import org.jspecify.annotations.Nullable;

/** Reads standard input line by line. */
public record StdinSource(
    @Option(value = "how a line becomes an event", byDefault = "json") InputFormat format,
    @Option("where an event's time is") @Nullable TimeOptions time)
    implements Source {
  @Override
  public boolean isBounded() {
    return true;
  }
}
