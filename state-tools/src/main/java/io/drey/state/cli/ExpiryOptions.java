// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

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

/** What a savepoint does not record: the TTL of a state, and the time at which to apply it. */
final class ExpiryOptions {
  @Option(
      names = "--ttl",
      paramLabel = "[STATE=]TIME",
      description = "the TTL of all states or of one, such as 1d, to report what is expired")
  private final List<String> lives = new ArrayList<>();

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description =
          "with --ttl: the time at which to check for expiry, such as 2026-01-31T12:00:00Z;"
              + " default: now")
  private @Nullable String asOf;

  /**
   * Returns the expiry of the states.
   *
   * @throws IllegalArgumentException if an option is not a duration or an instant, or names an
   *     unknown state
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
        "Unknown state with TTL: '%s' (known: %s)"
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
