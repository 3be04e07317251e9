// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateTest {
  private static final int MOST_FIELDS = 1024;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          null                                             | Invalid ops: must be an array but was null
          {"type": "remove"}                               | Invalid ops: must be an array but was an object
          "remove"                                         | Invalid ops: must be an array but was a string
          [{"type": "remove"}, 5]                          | Invalid ops[1]: must be an object but was a number
          [{}]                                             | Invalid ops[0].type: must be a string but was none
          [{"type": true}]                                 | Invalid ops[0].type: must be a string but was a boolean
          [{"type": "remove"}, {"type": "Set"}]            | Unknown ops[1].type: 'Set' (known: append, decrement, increment, merge, remove, set, test)
          [{"type": "set", "path": 1}]                     | Invalid ops[0].path: must be a string or an array of strings but was a number
          [{"type": "set", "path": {}}]                    | Invalid ops[0].path: must be a string or an array of strings but was an object
          [{"type": "remove", "path": ["a", 0]}]           | Invalid ops[0].path[1]: must be a string but was a number
          [{"type": "merge"}]                              | Invalid ops[0].value: must be given but was none
          [{"type": "append"}]                             | Invalid ops[0].value: must be given but was none
          [{"type": "test"}]                               | Invalid ops[0].value: must be given but was none
          [{"type": "increment", "by": "1"}]               | Invalid ops[0].by: must be a number but was a string
          [{"type": "decrement", "by": [1]}]               | Invalid ops[0].by: must be a number but was an array
          """)
  void refusesWhatHasNotTheFormOfOps(String ops, String message) {
    assertThatThrownBy(() -> Update.of(Trees.read(ops), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void skipsFieldsThatAnOpDoesNotHave() {
    Update update = update("{'type': 'remove', 'path': 'a', 'value': 5, 'by': 'x'}");

    assertThat(update.apply(Trees.read("{\"a\":1}")).after()).isEqualTo(Trees.read("{}"));
  }

  @Test
  void sharesWhatLiesBesideThePath() {
    JsonNode before = Trees.read("{\"a\":{\"b\":[1]},\"c\":{\"d\":[2]}}");

    Updated updated = update("{'type': 'append', 'path': ['a', 'b'], 'value': 3}").apply(before);

    assertThat(updated.after()).isEqualTo(Trees.read("{\"a\":{\"b\":[1,3]},\"c\":{\"d\":[2]}}"));
    assertThat(requireNonNull(updated.after()).get("c")).isSameAs(before.get("c"));
  }

  @Test
  void appliesTheSameUpdateAgain() {
    Update update =
        update(
            "{'type': 'set', 'path': 'a', 'value': []}, {'type': 'append', 'path': 'a', 'value': 1}");

    Updated first = update.apply(null);
    Updated second = update.apply(first.after());

    assertThat(first.after()).isEqualTo(Trees.read("{\"a\":[1]}")).isEqualTo(second.after());
  }

  @Test
  void countsNodesOfAnyWidth() {
    ObjectNode before = (ObjectNode) Trees.read("{}");
    before.set("n", LongNode.valueOf(1));
    before.set("x", DoubleNode.valueOf(0.5));
    Update update =
        update(
            "{'type': 'test', 'path': 'n', 'value': 1}, {'type': 'test', 'path': 'x', 'value': 0.5},"
                + "{'type': 'increment', 'path': 'n'}, {'type': 'increment', 'path': 'x'}");

    Updated updated = update.apply(before);

    assertThat(updated.errors()).isEmpty();
    assertThat(updated.after()).isEqualTo(Trees.read("{\"n\":2,\"x\":1.5}"));
  }

  @Test
  void mergesAThousandAndTwentyFourFields() {
    ObjectNode fields = fields("new", MOST_FIELDS);

    Updated updated = update(merge(fields)).apply(fields("old", MOST_FIELDS));

    assertThat(updated.after()).isEqualTo(fields("old", MOST_FIELDS).setAll(fields));
    assertThat(updated.errors()).isEmpty();
  }

  @Test
  void doesNotMergeOneFieldMore() {
    Updated updated = update(merge(fields("new", MOST_FIELDS + 1))).apply(Trees.read("5"));

    assertThat(updated.after()).isEqualTo(Trees.read("5"));
    assertThat(updated.errors())
        .isEqualTo(
            List.of(
                new OpError(
                    0,
                    "merge.value.too_many_keys",
                    "Invalid value to merge: must have at most 1024 fields but was 1025")));
  }

  private static ObjectNode fields(String name, int count) {
    ObjectNode fields = (ObjectNode) Trees.read("{}");
    for (int i = 0; i < count; i++) {
      fields.put(name + i, i);
    }
    return fields;
  }

  private static String merge(ObjectNode fields) {
    return "{'type': 'merge', 'value': " + fields + "}";
  }

  private static Update update(String ops) {
    return Update.of(Trees.read("[" + ops.replace('\'', '"') + "]"), false);
  }
}
