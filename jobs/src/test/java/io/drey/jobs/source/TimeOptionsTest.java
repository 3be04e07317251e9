// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeOptionsTest {
  @ParameterizedTest
  @CsvSource({
    ",                         ,              ,",
    ",                         Europe/Berlin, ,",
    "dd/MMM/yyyy:HH:mm:ss Z,   ,              ,",
    "yyyy-MM-dd'T'HH:mm:ssXXX, ,              ,",
    "yyyy-MM-dd HH:mm:ss VV,   ,              ,",
    "yyyy-MM-dd HH:mm:ss,      Europe/Berlin, ,",
    "yyyy-MM-dd HH:mm:ss,      +01:00,        ,",
    "yyyy-MM-dd HH:mm:ss[ Z],  UTC,           ,",
    "MMM ppd HH:mm:ss,         UTC,           2024",
    "MMdd HH:mm:ss.SSSSSS,     +01:00,        2024"
  })
  void takesAPatternThatLeadsToAnInstant(
      @Nullable String format, @Nullable String zone, @Nullable Integer year) {
    assertThatCode(() -> options(format, zone, year)).doesNotThrowAnyException();
  }

  @Test
  void anIsoTimeWithoutAnOffsetIsInTheZone() {
    TimeOptions options = options(null, "Europe/Berlin", null);

    assertThat(
            requireNonNull(options.eventTime())
                .read(Event.of("{\"t\":\"2024-01-15 10:00:00,250\"}")))
        .isEqualTo("2024-01-15T09:00:00.250Z");
    assertThat(requireNonNull(options.eventTime()).read(Event.of("{\"t\":\"2024-01-15T10:00Z\"}")))
        .isEqualTo("2024-01-15T10:00:00Z");
  }

  private static TimeOptions options(
      @Nullable String format, @Nullable String zone, @Nullable Integer year) {
    return new TimeOptions(
        FieldPath.of("t"),
        false,
        null,
        format,
        zone,
        year,
        Duration.ZERO,
        Duration.ofSeconds(30),
        null,
        null);
  }
}
