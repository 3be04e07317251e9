// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.operator;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorHandle.Partitions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is at an offset of a file: an element of a list, or a whole broadcast map. */
record OperatorStatePart(OperatorState state, long offset) {
  /** Returns all parts of a handle, in file order. */
  static List<OperatorStatePart> of(
      OperatorHandle handle, List<OperatorState> states, ByteReader file, long start) {
    Map<String, OperatorState> byName = new HashMap<>();
    states.forEach(state -> byName.put(state.name(), state));
    List<OperatorStatePart> parts = new ArrayList<>();
    for (Partitions partitions : handle.states()) {
      OperatorState state = byName.get(partitions.state());
      if (state == null) {
        throw file.malformed("its header does not have the state '" + partitions.state() + "'");
      }
      partitions
          .offsets()
          .forEach(offset -> parts.add(new OperatorStatePart(state, start + offset)));
    }
    parts.sort(Comparator.comparing(OperatorStatePart::offset));
    return parts;
  }

  /** Returns the offset of the first part, or the length of the file if there is none. */
  static int headerLength(ByteReader file, OperatorHandle handle) {
    long length = file.remaining();
    for (Partitions partitions : handle.states()) {
      for (long offset : partitions.offsets()) {
        length = Math.min(length, offset);
      }
    }
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw file.malformed("invalid length of a header: " + length);
    }
    return (int) length;
  }
}
