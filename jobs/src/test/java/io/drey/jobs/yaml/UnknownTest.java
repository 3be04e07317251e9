// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownTest {
  private static final List<String> KNOWN =
      List.of("key", "order", "ttl", "keep", "out-of-orderness", "deduplicate", "filter");

  @ParameterizedTest
  @CsvSource({
    "tll, ttl",
    "TTL, ttl",
    "tlt, ttl",
    "kep, keep",
    "ordr, order",
    "out-of-order, out-of-orderness",
    "outOfOrderness, out-of-orderness",
    "dedup, deduplicate",
    "fliter, filter"
  })
  void namesTheNearest(String word, String nearest) {
    assertThat(Unknown.message("key", word, KNOWN))
        .isEqualTo(
            "Unknown key '"
                + word
                + "' (did you mean '"
                + nearest
                + "'? known: key, order, ttl, keep, out-of-orderness, deduplicate, filter)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"windmill", "x", "", "select", "limit"})
  void namesNoneThatIsFar(String word) {
    assertThat(Unknown.message("key", word, List.of("key", "ttl")))
        .isEqualTo("Unknown key '" + word + "' (known: key, ttl)");
  }

  @ParameterizedTest
  @CsvSource({"group_by, key", "Group-By, key", "dedupe, deduplicate", "key:user, key: user"})
  void knowsWordsOfOtherTools(String word, String meaning) {
    assertThat(Unknown.message("key", word, List.of("key", "ttl", "deduplicate")))
        .contains("(did you mean '" + meaning + "'? known");
  }

  @ParameterizedTest
  @ValueSource(strings = "x")
  void saysWhereNothingIsKnown(String word) {
    assertThat(Unknown.message("variable", word, List.of()))
        .isEqualTo("Unknown variable 'x' (known: none)");
  }
}
