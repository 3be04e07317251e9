// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.edit;

import io.drey.state.snapshot.bytes.ByteReader;

/** What becomes of the elements of an operator's list, or of the entries of a broadcast map. */
@FunctionalInterface
public interface ElementEdit {
  /** Keeps every element as it is. */
  ElementEdit KEEP = (mapKey, value, out) -> out.element(mapKey, value);

  /**
   * Writes what takes the place of an element, if anything does.
   *
   * @param mapKey the key of an entry of a broadcast map; empty for an element of a list
   */
  void edit(ByteReader mapKey, ByteReader value, ElementOutput out);

  /** Writes what follows the last element of a list. */
  default void end(ElementOutput out) {}

  /** Takes the elements of a state that is written. */
  @FunctionalInterface
  interface ElementOutput {
    /** Writes an element, or an entry of a broadcast map. */
    void element(ByteReader mapKey, ByteReader value);
  }
}
