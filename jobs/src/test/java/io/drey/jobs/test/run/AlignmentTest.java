// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.drey.jobs.pipeline.Output;
import io.drey.jobs.test.Expected;
import io.drey.jobs.yaml.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record is a letter here, and a space ends a group. */
class AlignmentTest {
  @ParameterizedTest
  @CsvSource({
    "abc, a b c, a=a b=b c=c",
    "abc, x a b c, -/x a=a b=b c=c",
    "abc, a c, a=a b/- c=c",
    "abc, a x c, a=a b/x c=c",
    "ab, b a, a/- b=b -/a",
    "abc, a cb, a=a b=b c=c",
    "abc, a cx, a=a b/- c=c -/x",
    "'', a, -/a",
    "a, '', a/-"
  })
  void pairsInOrderWhatMatches(String expected, String came, String pairs) {
    assertThat(text(alignment(expected, came).pairs())).isEqualTo(pairs);
  }

  @ParameterizedTest
  @CsvSource({
    "abc, a b c, true, true",
    "abc, ab c, true, true",
    "bac, ab c, true, true",
    "acb, ab c, false, true",
    "abc, a b, false, false",
    "ab, a b c, false, false",
    "'', '', true, true"
  })
  void isCompleteInTheOrderOfGroups(
      String expected, String came, boolean isComplete, boolean isCompleteInAnyOrder) {
    assertThat(alignment(expected, came).isComplete()).isEqualTo(isComplete);
    assertThat(alignment(expected, came).isCompleteInAnyOrder()).isEqualTo(isCompleteInAnyOrder);
  }

  /** The first expected record fits both, the second one only that which the first would take. */
  @Test
  void inAGroupARecordYieldsToOneThatFitsNothingElse() {
    List<Came.Item> one = List.of(item('a', 1), item('b', 1));
    JsonNode any = JsonNodeFactory.instance.objectNode();

    assertThat(new Alignment(expected(List.of(any, record('a'))), one).isComplete()).isTrue();
  }

  private static Alignment alignment(String expected, String came) {
    List<Came.Item> items = new ArrayList<>();
    int group = 1;
    for (int i = 0; i < came.length(); i++) {
      char letter = came.charAt(i);
      if (letter == ' ') {
        group++;
      } else {
        items.add(item(letter, group));
      }
    }
    List<JsonNode> records =
        expected.chars().mapToObj(letter -> record((char) letter)).collect(Collectors.toList());
    return new Alignment(expected(records), items);
  }

  private static Expected expected(List<JsonNode> records) {
    return new Expected(
        Output.main("out"),
        Position.START,
        false,
        null,
        records.stream().map(record -> new Expected.Item(record, Position.START)).toList());
  }

  private static Came.Item item(char letter, int group) {
    return new Came.Item(record(letter), group);
  }

  private static JsonNode record(char letter) {
    return JsonNodeFactory.instance.objectNode().put("n", letter);
  }

  private static String text(List<RecordPair> pairs) {
    return pairs.stream()
        .map(
            pair ->
                letter(pair.expected() == null ? null : pair.expected().json())
                    + (pair.matches() ? "=" : "/")
                    + letter(pair.came()))
        .collect(Collectors.joining(" "));
  }

  private static String letter(@Nullable JsonNode record) {
    return record == null ? "-" : Character.toString(record.get("n").asInt());
  }
}
