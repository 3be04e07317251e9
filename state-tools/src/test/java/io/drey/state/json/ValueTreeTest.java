// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTreeTest {
  private final ValueTree tree = new ValueTree();

  static Stream<Arguments> scalars() {
    BigInteger huge = BigInteger.TWO.pow(63);
    return Stream.of(
        scalar(ValueSink::nullValue, null),
        scalar(to -> to.bool(true), true),
        scalar(to -> to.number(Long.MIN_VALUE), Long.MIN_VALUE),
        scalar(to -> to.number(1.5f), 1.5f),
        scalar(to -> to.number(-0.0), -0.0),
        scalar(to -> to.number(Double.NaN), "NaN"),
        scalar(to -> to.number(Float.NEGATIVE_INFINITY), "-Infinity"),
        scalar(to -> to.number(BigInteger.valueOf(7)), 7L),
        scalar(to -> to.number(huge), new BigDecimal(huge)),
        scalar(to -> to.number(new BigDecimal("1.50")), new BigDecimal("1.50")),
        scalar(to -> to.text(CharBuffer.wrap("ä\n")), "ä\n"),
        scalar(to -> to.asciiText("xabcx".getBytes(UTF_8), 1, 3), "abc"),
        scalar(to -> to.base64(new byte[] {9, 1, 2, 9}, 1, 2), "AQI="),
        scalar(to -> to.instant(0), "1970-01-01T00:00:00.000Z"),
        scalar(to -> to.instant(-1), -1L),
        scalar(to -> to.temporal(LocalDate.EPOCH), "1970-01-01"));
  }

  private static Arguments scalar(Consumer<ValueSink> written, @Nullable Object expected) {
    return Arguments.of(written, expected);
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void takesScalars(Consumer<ValueSink> written, @Nullable Object expected) {
    written.accept(tree);

    assertThat(tree.take()).isEqualTo(expected);
  }

  static Stream<Arguments> json() {
    return Stream.of(
        Arguments.of("\"plain ä\"", "plain ä"),
        Arguments.of("\"a\\\"b\"", "a\"b"),
        Arguments.of("123456789012345678", 123456789012345678L),
        Arguments.of("-5", -5L),
        Arguments.of("1e2", new BigDecimal("1E+2")),
        Arguments.of("1.50", new BigDecimal("1.50")),
        Arguments.of("[9223372036854775808]", List.of(new BigDecimal("9223372036854775808"))),
        Arguments.of("{\"a\":[1,null,true]}", Map.of("a", Arrays.asList(1L, null, true))),
        Arguments.of("null", null));
  }

  @ParameterizedTest
  @MethodSource("json")
  void takesJson(String json, @Nullable Object expected) {
    byte[] bytes = (" " + json + " ").getBytes(UTF_8);

    tree.raw(bytes, 1, bytes.length - 2);

    assertThat(tree.take()).isEqualTo(expected);
  }

  @Test
  void nestsObjectsAndArrays() {
    tree.beginRecord();
    tree.name(JsonWriter.encodedName("a\"b"));
    tree.beginArray();
    tree.number(1);
    tree.beginSet();
    tree.endArray();
    tree.endArray();
    tree.name("c");
    tree.nullValue();
    tree.endObject();

    Object expected = members("a\"b", List.of(1L, List.of()), "c", null);
    assertThat(tree.take()).isEqualTo(expected);
  }

  @Test
  void namesTheEntriesOfMapsByTheirKeys() {
    tree.beginMap(MapForm.OBJECT);
    entry(MapForm.OBJECT, to -> to.number(7), to -> to.text("seven"));
    entry(MapForm.OBJECT, ValueSink::nullValue, to -> to.text("none"));
    entry(MapForm.OBJECT, to -> to.text("null"), ValueSink::nullValue);
    tree.endMap(MapForm.OBJECT);

    Map<Object, Object> expected = members("7", "seven", null, "none");
    expected.put("null", null);
    assertThat(tree.take()).isEqualTo(expected);
  }

  @Test
  void listsTheEntriesOfMapsWhoseKeysAreNoNames() {
    tree.beginMap(MapForm.ENTRIES);
    entry(
        MapForm.ENTRIES,
        to -> {
          to.beginObject();
          to.name("f0");
          to.number(1);
          to.endObject();
        },
        to -> to.bool(false));
    tree.endMap(MapForm.ENTRIES);

    assertThat(tree.take()).isEqualTo(List.of(members("key", Map.of("f0", 1L), "value", false)));
  }

  private void entry(MapForm form, Consumer<ValueSink> key, Consumer<ValueSink> value) {
    tree.beginKey(form);
    key.accept(tree);
    tree.endKey(form);
    value.accept(tree);
    tree.endEntry(form);
  }

  @Test
  void beginsAnewAfterEachValue() {
    tree.beginArray();
    tree.beginMap(MapForm.OBJECT);
    tree.beginKey(MapForm.OBJECT);
    tree.take();

    tree.number(1);

    assertThat(tree.size()).isEqualTo(Long.BYTES);
    assertThat(tree.take()).isEqualTo(1L);
    assertThat(tree.take()).isNull();
  }

  private static Map<Object, Object> members(
      String first, Object ofFirst, @Nullable String second, @Nullable Object ofSecond) {
    Map<Object, Object> members = new LinkedHashMap<>(Collections.singletonMap(first, ofFirst));
    members.put(second, ofSecond);
    return members;
  }
}
