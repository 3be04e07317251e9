// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an update does not touch stays as it was written, to the digit. */
class KvExactnessTest {
  private static final int DEEP = 998;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1E+999999",
        "1E-999999",
        "0E+10",
        "1.50",
        "1.0E+2",
        "9223372036854775807",
        "-9223372036854775808",
        "18446744073709551616",
        "123456789012345678901234567890.123456789012345678901234567890",
        "\"\\uD800\"",
        "\"\\uDC00x\"",
        "\"𝄞\"",
        "\"\\u0000\"",
        "\"/\""
      })
  void keepsWhatAnUpdateDoesNotTouch(String value) throws Exception {
    assertThat(touched(value)).endsWith("get a k -> true {\"v\":" + value + ",\"n\":2} @ 2");
  }

  @ParameterizedTest
  @CsvSource({"1e999999, 1E+999999", "1E999999, 1E+999999", "1e-9, 1E-9", "0e10, 0E+10"})
  void writesExponentsInOneWay(String value, String after) throws Exception {
    assertThat(touched(value)).endsWith("get a k -> true {\"v\":" + after + ",\"n\":2} @ 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e2147483648", "1e-2147483648", "1e99999999999", "0.1e-2147483647"})
  void refusesToUpdateAnExponentBeyondReason(String value) throws Exception {
    assertThat(touched(value))
        .hasSize(3)
        .element(1)
        .asString()
        .contains(" -> value_too_large: Cannot");
    assertThat(touched(value)).endsWith("get a k -> true {\"v\":" + value + ",\"n\":1} @ 2");
  }

  /** What is answered where something beside a value is updated. */
  private static List<String> touched(String value) throws Exception {
    return StoreRun.answers(
        KvOptions.lasting(),
        "set a k {\"v\":" + value + ",\"n\":1}",
        "update a k [{\"type\":\"increment\",\"path\":\"n\"}]",
        "get a k");
  }

  @ParameterizedTest
  @CsvSource({
    "9223372036854775806, 1, 9223372036854775807",
    "9223372036854775807, 1, 9223372036854775808",
    "18446744073709551614, 1, 18446744073709551615",
    "-9223372036854775807, -1, -9223372036854775808"
  })
  void countsToTheEdgesOf64Bits(String from, String by, String to) throws Exception {
    assertThat(StoreRun.answers(KvOptions.lasting(), "set a k " + from, increment(by), "get a k"))
        .endsWith(
            increment(by) + " -> " + from + " " + to + " [] @ 1", "get a k -> true " + to + " @ 2");
  }

  @ParameterizedTest
  @CsvSource({"18446744073709551615, 1", "-9223372036854775808, -1", "1e999999, 1", "1, 1e999999"})
  void doesNotCountBeyondThem(String from, String by) throws Exception {
    assertThat(StoreRun.plain(KvOptions.lasting(), "set a k " + from, increment(by), "get a k"))
        .endsWith(
            "main "
                + increment(by)
                + " -> failed "
                + from
                + " "
                + from
                + " [0:increment.not_number] @ 1",
            "main get a k -> true " + from + " @ 2");
  }

  @Test
  void aNumberTooSmallForFloatingPointCountsAsZero() throws Exception {
    assertThat(
            StoreRun.answers(KvOptions.lasting(), "set a k 1e-999999", increment("1"), "get a k"))
        .endsWith("get a k -> true 1.0 @ 2");
  }

  @Test
  void comparesHugeExponentsWithoutWritingThemOut() throws Exception {
    assertThat(
            StoreRun.answers(
                KvOptions.lasting(),
                "set a k 1e999999",
                "update a k [{\"type\":\"test\",\"value\":10e999998}]",
                "update a k [{\"type\":\"test\",\"value\":1}]"))
        .endsWith(
            "update a k [{\"type\":\"test\",\"value\":10e999998}] -> 1e999999 1e999999 [] @ 1",
            "update a k [{\"type\":\"test\",\"value\":1}] -> failed 1e999999 1e999999"
                + " [0:test.failed] @ 2");
  }

  @Test
  void updatesAValueThatNestsDeep() throws Exception {
    String deep = "[".repeat(DEEP) + "]".repeat(DEEP);

    assertThat(
            StoreRun.answers(
                KvOptions.lasting(),
                "set a k {\"d\":" + deep + "}",
                "update a k [{\"type\":\"set\",\"path\":\"n\",\"value\":" + deep + "}]",
                "get a k"))
        .endsWith("get a k -> true {\"d\":" + deep + ",\"n\":" + deep + "} @ 2");
  }

  @Test
  void keepsHalvesOfAPairThatMeet() throws Exception {
    assertThat(
            StoreRun.answers(
                KvOptions.lasting(),
                "set a k \"\\ud834\"",
                "update a k [{\"type\":\"append\",\"value\":\"\\udd1e\"}]",
                "get a k"))
        .endsWith("get a k -> true \"𝄞\" @ 2");
  }

  private static String increment(String by) {
    return "update a k [{\"type\":\"increment\",\"by\":" + by + "}]";
  }
}
