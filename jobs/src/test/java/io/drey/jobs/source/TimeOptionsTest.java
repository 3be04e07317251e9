// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.drey.operators.event.FieldPath;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeOptionsTest {
  @ParameterizedTest
  @CsvSource({
    ",                         ,",
    "dd/MMM/yyyy:HH:mm:ss Z,   ,",
    "yyyy-MM-dd'T'HH:mm:ssXXX, ,",
    "yyyy-MM-dd HH:mm:ss VV,   ,",
    "yyyy-MM-dd HH:mm:ss,      Europe/Berlin",
    "yyyy-MM-dd HH:mm:ss,      +01:00",
    "yyyy-MM-dd HH:mm:ss[ Z],  UTC",
  })
  void takesAPatternThatLeadsToAnInstant(String format, String zone) {
    assertThatCode(
            () ->
                new TimeOptions(
                    FieldPath.of("t"), null, format, zone, Duration.ZERO, Duration.ofSeconds(30)))
        .doesNotThrowAnyException();
  }
}
