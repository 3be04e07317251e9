package io.drey.state.cli;

import io.drey.jobs.text.DurationText;
import io.drey.state.inspect.StateReport;
import io.drey.state.read.TtlExpiry;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a savepoint does not tell: how long values live, and when they are looked at. */
final class ExpiryOptions {
  @Option(
      names = "--ttl",
      paramLabel = "[STATE=]TIME",
      description = "how long values live, as in 1d: rows then say whether they are expired")
  private final List<String> lives = new ArrayList<>();

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description = "when they are looked at, as in 2026-01-31T12:00:00Z; now if left out")
  private @Nullable String asOf;

  /**
   * What is known of states.
   *
   * @throws IllegalArgumentException if an option is no duration or instant, or of no such state
   */
  TtlExpiry of(List<StateReport> states) {
    if (lives.isEmpty()) {
      if (asOf != null) {
        throw new IllegalArgumentException("Invalid --as-of: needs --ttl but there is none");
      }
      return TtlExpiry.UNKNOWN;
    }
    Duration ofOthers = null;
    Map<String, Duration> ofStates = new HashMap<>();
    for (String life : lives) {
      int at = life.lastIndexOf('=');
      Duration time = DurationText.parse(life.substring(at + 1));
      if (at < 0) {
        ofOthers = time;
      } else {
        ofStates.put(known(life.substring(0, at), states), time);
      }
    }
    return new TtlExpiry(ofStates, ofOthers, millis());
  }

  private static String known(String name, List<StateReport> states) {
    if (states.stream().anyMatch(state -> state.hasTtl() && state.name().equals(name))) {
      return name;
    }
    throw new IllegalArgumentException(
        "Unknown state with a time to live: '%s' (known: %s)"
            .formatted(
                name,
                states.stream()
                    .filter(StateReport::hasTtl)
                    .map(StateReport::name)
                    .sorted()
                    .collect(Collectors.joining(", "))));
  }

  private long millis() {
    if (asOf == null) {
      return System.currentTimeMillis();
    }
    try {
      return Instant.parse(asOf).toEpochMilli();
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "Invalid --as-of: must be like 2026-01-31T12:00:00Z but was '" + asOf + "'", e);
    }
  }
}
