// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import java.util.List;

/** The path of an op: names of fields, outermost first; none for the root. */
record OpPath(List<String> names) {
  static final OpPath ROOT = new OpPath(List.of());

  boolean isRoot() {
    return names.isEmpty();
  }

  /** Whether it leads into an object within the value. */
  boolean isNested() {
    return names.size() > 1;
  }

  /** Its first names. */
  OpPath start(int length) {
    return new OpPath(names.subList(0, length));
  }

  /** The text for messages. */
  @Override
  public String toString() {
    if (isRoot()) {
      return "the value";
    }
    String list = "'" + String.join("', '", names) + "'";
    return isNested() ? "[" + list + "]" : list;
  }
}
