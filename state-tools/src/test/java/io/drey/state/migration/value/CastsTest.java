// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.state.snapshot.value.UnfitValueException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CastsTest {
  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of("Byte", 127L, 127L),
        Arguments.of("Short", new BigDecimal("-32768.0"), -32768L),
        Arguments.of("Int", 7.0, 7L),
        Arguments.of("Int", "42", 42L),
        Arguments.of("Long", "-9223372036854775808", Long.MIN_VALUE),
        Arguments.of("Long", "1970-01-01T00:00:01.500Z", 1500L),
        Arguments.of("Float", 0.1, 0.1f),
        Arguments.of("Float", 16_777_216L, 16_777_216f),
        Arguments.of("Float", "NaN", Float.NaN),
        Arguments.of("Double", 3L, 3.0),
        Arguments.of("Double", 0.5f, 0.5),
        Arguments.of("Double", "1e3", 1000.0),
        Arguments.of("Double", new BigDecimal("2.50"), 2.5),
        Arguments.of(
            "BigInteger", "123456789012345678901", new BigDecimal("123456789012345678901")),
        Arguments.of("BigDecimal", "1.50", new BigDecimal("1.50")),
        Arguments.of("BigDecimal", 5L, new BigDecimal("5")),
        Arguments.of("Boolean", "false", false),
        Arguments.of("String", 5L, "5"),
        Arguments.of("String", 1.5, "1.5"),
        Arguments.of("String", new BigDecimal("1E+3"), "1000"),
        Arguments.of("String", true, "true"),
        Arguments.of("String", "GOLD", "GOLD"),
        Arguments.of("Long", null, null),
        Arguments.of("Instant", "2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z"),
        Arguments.of("List<Long>", Arrays.asList("1", null), Arrays.asList(1L, null)),
        Arguments.of("Map<String, String>", Map.of("a", 1L), Map.of("a", "1")));
  }

  @ParameterizedTest
  @MethodSource("values")
  void makesValuesFit(String type, Object value, Object expected) {
    assertThat(Casts.to(TypeText.parse(type)).of(value)).isEqualTo(expected);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("Byte", 128L, "must be a whole number from -128 to 127 but was 128"),
        Arguments.of(
            "Int", 1.5, "must be a whole number from -2147483648 to 2147483647 but was 1.5"),
        Arguments.of(
            "Long",
            "abc",
            "must be a whole number from -9223372036854775808 to 9223372036854775807 but was 'abc'"),
        Arguments.of(
            "Long",
            "1970-01-01T00:00:00.000001Z",
            "must be a whole number from -9223372036854775808 to 9223372036854775807 but was"
                + " '1970-01-01T00:00:00.000001Z'"),
        Arguments.of(
            "Float", 1e39, "must be a number from -3.4028235E38 to 3.4028235E38 but was 1.0E39"),
        Arguments.of(
            "Float", 16_777_217L, "must be a number that a Float holds exactly but was 16777217"),
        Arguments.of(
            "Double",
            9_007_199_254_740_993L,
            "must be a number that a Double holds exactly but was 9007199254740993"),
        Arguments.of("BigInteger", "1.5", "must be a whole number but was '1.5'"),
        Arguments.of("BigDecimal", true, "must be a number but was true"),
        Arguments.of("Boolean", 1L, "must be true or false but was 1"),
        Arguments.of(
            "String", List.of(), "must be a text, a number or a boolean but was a list of 0"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatWouldBeLost(String type, Object value, String message) {
    assertThatThrownBy(() -> Casts.to(TypeText.parse(type)).of(value))
        .isInstanceOf(UnfitValueException.class)
        .hasMessage(message);
  }
}
