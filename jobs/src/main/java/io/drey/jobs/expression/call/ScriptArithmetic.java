// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.value.ScriptList;
import io.drey.jobs.expression.value.ScriptMap;
import io.drey.jobs.expression.value.StateMap;
import io.drey.jobs.expression.value.Trees;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operators of scripts, in which lists and objects can be changed. */
public final class ScriptArithmetic extends Arithmetic {
  @Override
  public boolean equals(@Nullable Object left, @Nullable Object right) {
    return super.equals(orNull(left), orNull(right));
  }

  @Override
  public boolean strictEquals(@Nullable Object left, @Nullable Object right) {
    return equals(left, right);
  }

  /** State equals null as long as it is empty: before the first event of its key set anything. */
  private static @Nullable Object orNull(@Nullable Object value) {
    return value instanceof StateMap state && state.isEmpty() ? null : value;
  }

  @Override
  List<@Nullable Object> newList(int size) {
    return new ScriptList();
  }

  @Override
  Map<String, @Nullable Object> newMap() {
    return new ScriptMap();
  }

  @Override
  String name(@Nullable Object key) {
    return Trees.name(key);
  }
}
