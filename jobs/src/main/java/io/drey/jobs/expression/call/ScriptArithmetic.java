// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.value.ScriptList;
import io.drey.jobs.expression.value.ScriptMap;
import io.drey.jobs.expression.value.Trees;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operators of scripts, in which lists and objects can be changed. */
public final class ScriptArithmetic extends Arithmetic {
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
