// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The classes of what some collections or maps hold. */
public final class HeldClasses {
  private final Set<String> keys = new TreeSet<>();
  private final Set<String> values = new TreeSet<>();
  private boolean hasNullKey;

  /**
   * Adds the class of a key of a map.
   *
   * @param className null if the key is null
   */
  public void addKey(@Nullable String className) {
    if (className == null) {
      hasNullKey = true;
    } else {
      keys.add(className);
    }
  }

  /**
   * Adds the class of an element, or of a value of a map.
   *
   * @param className null if the element is null
   */
  public void addValue(@Nullable String className) {
    if (className != null) {
      values.add(className);
    }
  }

  /** The classes of keys that are not null. */
  public Set<String> keys() {
    return keys;
  }

  /** The classes of elements, or values of maps, that are not null. */
  public Set<String> values() {
    return values;
  }

  /** Whether a key is null. */
  public boolean hasNullKey() {
    return hasNullKey;
  }
}
