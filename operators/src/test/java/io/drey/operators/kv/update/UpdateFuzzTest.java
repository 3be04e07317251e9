// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random updates come out as {@link PlainUpdate} has them, and leave alone what they were given.
 */
class UpdateFuzzTest {
  private static final int INPUTS = Integer.getInteger("drey.fuzz.inputs", 20_000);

  private final TreeMap<String, Integer> seen = new TreeMap<>();

  @Test
  void comeOutAsOverMapsAndLists() {
    for (int seed = 0; seed < INPUTS; seed++) {
      check(seed);
    }

    assertThat(seen.get("WRITTEN")).isGreaterThan(INPUTS / 4);
    assertThat(seen.get("UNTOUCHED")).isGreaterThan(INPUTS / 4);
    assertThat(seen.get("UNDONE")).isGreaterThan(INPUTS / 4);
    assertThat(seen.keySet())
        .contains(
            "WRITTEN",
            "UNTOUCHED",
            "UNDONE",
            "append.path.too_deep",
            "append.target_not_object",
            "append.type_mismatch",
            "decrement.not_number",
            "decrement.target_not_object",
            "increment.not_number",
            "increment.target_not_object",
            "merge.path.empty_segment",
            "merge.value.not_an_object",
            "merge.value.proto_polluted",
            "merge.value.too_deep",
            "remove.target_not_object",
            "set.path.proto_polluted",
            "set.target_not_object",
            "test.failed");
  }

  private void check(int seed) {
    RandomUpdates random = new RandomUpdates(seed);
    JsonNode before = random.oneIn(6) ? null : Trees.read(random.value(3));
    JsonNode ops = Trees.read(random.ops());
    String given = before + " " + ops;
    PlainUpdate plain = new PlainUpdate(ops, before);

    Updated updated = Update.of(ops, false).apply(before);
    Updated atOnce = Update.of(ops, true).apply(before);

    assertThat(before + " " + ops).isEqualTo(given);
    assertThat(UpdateCase.codes(updated)).as(given).isEqualTo(plain.errors);
    assertThat(plain(updated.after())).as(given).isEqualTo(plain.value);
    checkAtomic(atOnce, updated);
    count(updated);
    count(atOnce);
  }

  /** All or nothing. */
  private static void checkAtomic(Updated atOnce, Updated each) {
    assertThat(atOnce.errors()).isEqualTo(each.errors());
    if (each.errors().isEmpty()) {
      assertThat(atOnce).isEqualTo(each);
    } else {
      assertThat(atOnce.after()).isSameAs(atOnce.before());
      assertThat(atOnce.outcome()).isEqualTo(Updated.Outcome.UNDONE);
    }
  }

  private void count(Updated updated) {
    seen.merge(updated.outcome().name(), 1, Integer::sum);
    updated.errors().forEach(error -> seen.merge(error.code(), 1, Integer::sum));
  }

  private static @Nullable Object plain(@Nullable JsonNode node) {
    return node == null ? PlainUpdate.MISSING : PlainValue.of(node);
  }
}
