// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import io.drey.operators.meaning.Derivation;
import io.drey.operators.meaning.Derived;
import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.StateMeaning;
import java.util.Set;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple4;

/**
 * The state for a cap on the number of keys: the keys of each key group, linked from the least to
 * the most recently used. Changing a name or a type here breaks compatibility with existing
 * savepoints.
 */
public final class RecencyState {
  private static final String OLDER = "older-key";
  private static final String NEWER = "newer-key";

  /** The names of the states whose values are keys. */
  static final Set<String> OF_KEYS = Set.of(OLDER, NEWER);

  private RecencyState() {}

  /** Per key: the next older key of its group, absent for the oldest. */
  @Derived(Derivation.OLDER_KEY)
  @StateMeaning(state = OLDER, value = Meaning.KEY)
  public static <K> ValueStateDescriptor<K> older(TypeInformation<K> key) {
    return new ValueStateDescriptor<>(OLDER, key);
  }

  /** Per key: the next newer key of its group; its own for the newest. */
  @Derived(Derivation.NEWER_KEY)
  @StateMeaning(state = NEWER, value = Meaning.KEY)
  public static <K> ValueStateDescriptor<K> newer(TypeInformation<K> key) {
    return new ValueStateDescriptor<>(NEWER, key);
  }

  /** Union list state: for each key group its number, oldest and newest key, and count. */
  @Derived(Derivation.KEY_GROUPS)
  @StateMeaning(
      state = "key-groups",
      value = Meaning.KEY,
      parts = {"group", "oldest", "newest", "keys"})
  public static <K> ListStateDescriptor<Tuple4<Integer, K, K, Integer>> groups(
      TypeInformation<K> key) {
    return new ListStateDescriptor<>("key-groups", Types.TUPLE(Types.INT, key, key, Types.INT));
  }
}
