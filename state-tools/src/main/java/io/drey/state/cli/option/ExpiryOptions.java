// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.option;

import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.text.DurationText;
import io.drey.state.inspect.StateReport;
import io.drey.state.read.TtlExpiry;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a savepoint does not record: the TTL of a state, and the time at which to apply it. */
public final class ExpiryOptions {
  private final Value<List<String>> lives;
  private final OptionalValue<String> asOf;

  public ExpiryOptions(Options options) {
    lives =
        options.values(
            "--ttl",
            "[STATE=]TIME",
            String.class,
            "the TTL of all states or of one, such as 1d, to report what is expired");
    asOf =
        options.value(
            "--as-of",
            "INSTANT",
            String.class,
            "with --ttl: the time at which to check for expiry, such as 2026-01-31T12:00:00Z;"
                + " default: now");
  }

  /**
   * Returns the expiry of the states.
   *
   * @throws IllegalArgumentException if an option is not a duration or an instant, or names an
   *     unknown state
   */
  public TtlExpiry of(List<StateReport> states) {
    if (lives.get().isEmpty()) {
      if (asOf.get() != null) {
        throw new IllegalArgumentException("Invalid --as-of: needs --ttl but there is none");
      }
      return TtlExpiry.UNKNOWN;
    }
    Duration ofOthers = null;
    Map<String, Duration> ofStates = new HashMap<>();
    for (String life : lives.get()) {
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
    String instant = asOf.get();
    if (instant == null) {
      return System.currentTimeMillis();
    }
    try {
      return Instant.parse(instant).toEpochMilli();
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "Invalid --as-of: must be like 2026-01-31T12:00:00Z but was '" + instant + "'", e);
    }
  }
}
