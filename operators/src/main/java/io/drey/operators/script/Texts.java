// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import org.apache.flink.api.common.state.MapState;
import org.jspecify.annotations.Nullable;

/** A store whose entries are plain strings. */
abstract class Texts implements Store {
  private final MapState<String, String> entries;

  Texts(MapState<String, String> entries) {
    this.entries = entries;
  }

  @Override
  public final @Nullable String get(String name) throws Exception {
    return entries.get(name);
  }

  @Override
  public final Iterable<String> names() throws Exception {
    return entries.keys();
  }

  @Override
  public final boolean isEmpty() throws Exception {
    return entries.isEmpty();
  }

  @Override
  public final void put(String name, String text) throws Exception {
    entries.put(name, text);
  }

  @Override
  public final void remove(String name) throws Exception {
    entries.remove(name);
  }

  @Override
  public final void removeAll() {
    entries.clear();
  }
}
