// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

/** Names of classes that may not be on the class path. */
public final class ClassName {
  private ClassName() {}

  /** Returns a name without package and enclosing classes. */
  public static String simple(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }
}
