// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of one key: strings by name. Entries are read and written one by one, so that using one
 * entry of a million costs no more than using the only one. The code sees its changes at once; they
 * are saved when it returns.
 */
public interface Entries {
  /** The value of that name, or null. */
  @Nullable String get(String name);

  boolean contains(String name);

  /** Sets a value; this restarts its {@code ttl}, even if the value is the same. */
  void put(String name, String text);

  void remove(String name);

  void clear();

  /**
   * The number of entries. Stored as a count, but with a {@code ttl} computed by reading all names.
   */
  long size();

  boolean isEmpty();

  /** All names, sorted; reads them all. */
  List<String> names();
}
