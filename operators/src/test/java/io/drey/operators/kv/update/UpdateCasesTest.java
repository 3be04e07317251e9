// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of {@link Update}, row by row, limit by limit. */
class UpdateCasesTest {
  /** Each with its messages. */
  static List<UpdateCase> own() throws IOException {
    return cases("cases.jsonl");
  }

  /** What users of iii's state know. */
  static List<UpdateCase> known() throws IOException {
    return cases("known-cases.jsonl");
  }

  @ParameterizedTest
  @MethodSource("own")
  void givesValueOutcomeAndMessages(UpdateCase update) {
    Updated updated = update.run();

    assertThat(String.valueOf(updated.after())).isEqualTo(String.valueOf(update.after()));
    assertThat(updated.after() == null).isEqualTo(update.after() == null);
    assertThat(updated.outcome()).hasToString(update.command().get("outcome").textValue());
    assertThat(updated.errors()).isEqualTo(update.expectedErrors());
  }

  @ParameterizedTest
  @MethodSource("known")
  void givesTheKnownValueAndCodes(UpdateCase update) {
    Updated updated = update.run();

    assertThat(String.valueOf(updated.after())).isEqualTo(String.valueOf(update.after()));
    assertThat(UpdateCase.codes(updated)).isEqualTo(update.expectedCodes());
  }

  private static List<UpdateCase> cases(String file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                requireNonNull(UpdateCasesTest.class.getResourceAsStream(file)), UTF_8))) {
      return lines.lines().map(Trees::read).map(UpdateCase::of).toList();
    }
  }
}
