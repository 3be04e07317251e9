// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "30s, PT30S",
    "10m, PT10M",
    "1h, PT1H",
    "7d, PT168H",
    "0s, PT0S",
    "PT10M, PT10M",
    "P1DT2H, PT26H",
    "pt0.001s, PT0.001S",
    "9223372036854775807ms, PT2562047788015H12M55.807S"
  })
  void readsDuration(String text, Duration duration) {
    assertThat(DurationText.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30",
        "s",
        "-5s",
        "1.5s",
        "30 s",
        "10us",
        "1w",
        "PT-5S",
        "PT",
        "P1Y",
        "PT0.0001S",
        "9223372036854775808ms",
        "106751991168d",
        "99999999999999999999d",
        "PT9999999999999999H"
      })
  void rejectsAnythingElse(String text) {
    assertThatThrownBy(() -> DurationText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid duration: must be like 30s or PT10M but was '" + text + "'");
  }
}
