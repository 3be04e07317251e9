// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.value;

import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes maps, which are objects by name, or lists of objects with {@code key} and {@code value}.
 */
public final class MapEntries {
  private MapEntries() {}

  /** Returns how many entries a map has. */
  public static int count(@Nullable Object map) {
    return map instanceof Collection<?> entries ? entries.size() : Given.members(map).size();
  }

  /**
   * Passes each entry of a map on.
   *
   * @param names returns the key that a name stands for
   */
  public static void each(
      @Nullable Object map, UnaryOperator<@Nullable Object> names, Receiver entries) {
    if (map instanceof Collection<?> all) {
      for (Object entry : all) {
        Map<?, ?> members = Given.members(entry);
        pass(members.get("key"), members.get("value"), entries);
      }
    } else {
      Given.members(map).forEach((name, value) -> pass(names.apply(name), value, entries));
    }
  }

  private static void pass(@Nullable Object key, @Nullable Object value, Receiver entries) {
    try {
      entries.entry(key, value);
    } catch (UnfitValueException e) {
      throw e.within("[" + key + "]");
    }
  }

  /** Takes an entry of a map. */
  @FunctionalInterface
  public interface Receiver {
    /** Takes a key and its value. */
    void entry(@Nullable Object key, @Nullable Object value);
  }
}
