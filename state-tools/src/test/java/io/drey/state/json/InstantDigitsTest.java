// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantDigitsTest {
  @Test
  void parsesEveryDay() {
    LocalDate last = LocalDate.of(9999, 12, 31);
    for (LocalDate day = LocalDate.EPOCH; !day.isAfter(last); day = day.plusDays(1)) {
      Instant start = day.atStartOfDay().toInstant(ZoneOffset.UTC);

      assertThat(InstantDigits.parse(day + "T00:00:00.000Z")).isEqualTo(start.toEpochMilli());
    }
  }

  @Test
  void parsesWhatItWrites() {
    Random random = new Random(3);
    byte[] digits = new byte[26];
    for (int i = 0; i < 10_000; i++) {
      long millis = random.nextLong(253_402_300_800_000L);
      int end = InstantDigits.write(millis, digits, 0);

      assertThat(InstantDigits.parse(new String(digits, 1, end - 2, US_ASCII))).isEqualTo(millis);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2024-01-15",
        "2024-01-15T10:00:00Z",
        "2024-01-15T10:00:00.000000Z",
        "1969-12-31T23:59:59.999Z",
        "2023-02-29T10:00:00.000Z",
        "2024-04-31T10:00:00.000Z",
        "2024-00-15T10:00:00.000Z",
        "2024-13-15T10:00:00.000Z",
        "2024-01-00T10:00:00.000Z",
        "2024-01-15T24:00:00.000Z",
        "2024-01-15T10:60:00.000Z",
        "2024-01-15T10:00:60.000Z",
        "2024-01-15 10:00:00.000Z",
        "2024-01-15T10:00:00.000z",
        "2024-01-15T10:00:00,000Z",
        "2024/01-15T10:00:00.000Z",
        "2024-01/15T10:00:00.000Z",
        "2024-01-15T10.00:00.000Z",
        "2024-01-15T10:00.00.000Z",
        "2024-01-1xT10:00:00.000Z",
        "+024-01-15T10:00:00.000Z"
      })
  void leavesOtherForms(String text) {
    assertThat(InstantDigits.parse(text)).isEqualTo(InstantDigits.NOT_SO);
  }
}
