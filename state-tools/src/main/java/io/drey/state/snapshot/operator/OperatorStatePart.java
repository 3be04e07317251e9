package io.drey.state.snapshot.operator;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorHandle.Partitions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An element of a list, or all of a broadcast map: what lies at an offset of a file. */
record OperatorStatePart(OperatorState state, long offset) {
  /** All of a handle, in the order in which they lie. */
  static List<OperatorStatePart> of(
      OperatorHandle handle, List<OperatorState> states, ByteReader file, long start) {
    Map<String, OperatorState> byName = new HashMap<>();
    states.forEach(state -> byName.put(state.name(), state));
    List<OperatorStatePart> parts = new ArrayList<>();
    for (Partitions partitions : handle.states()) {
      OperatorState state = byName.get(partitions.state());
      if (state == null) {
        throw file.malformed("its header knows no state '" + partitions.state() + "'");
      }
      partitions
          .offsets()
          .forEach(offset -> parts.add(new OperatorStatePart(state, start + offset)));
    }
    parts.sort(Comparator.comparing(OperatorStatePart::offset));
    return parts;
  }

  /** Where the first of them lies, or else all of the file. */
  static int headerLength(ByteReader file, OperatorHandle handle) {
    long length = file.remaining();
    for (Partitions partitions : handle.states()) {
      for (long offset : partitions.offsets()) {
        length = Math.min(length, offset);
      }
    }
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw file.malformed("a header is " + length + " bytes long");
    }
    return (int) length;
  }
}
