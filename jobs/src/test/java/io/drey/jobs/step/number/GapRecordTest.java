// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.event.Event;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.gaps.Gap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapRecordTest {
  private static final Event EVENT = Event.of("{}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1, 4, 3, false | 'expected':1,'got':4,'missing':3",
        "8, 7, 0, true | 'expected':8,'got':7,'missing':0,'duplicate':true",
        "-9223372036854775807, 9223372036854775807, -2, false"
            + "| 'expected':-9223372036854775807,'got':9223372036854775807,"
            + "'missing':18446744073709551614",
        "-9223372036854775808, 5, 0, true"
            + "| 'expected':9223372036854775808,'got':5,'missing':0,'duplicate':true"
      })
  void writesKeyAndNumbers(String gap, String json) {
    String expected = "{\"user\":\"a\",\"geo.city\":1," + json.replace('\'', '"') + "}";

    assertThat(new GapRecord(KeyPaths.of("user", "geo.city")).of(gap("[\"a\",1]", gap), EVENT))
        .hasToString(expected);
  }

  private static Gap<String> gap(String key, String written) {
    String[] parts = written.split(", ", -1);
    return new Gap<>(
        key,
        Long.parseLong(parts[0]),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        Boolean.parseBoolean(parts[3]));
  }
}
