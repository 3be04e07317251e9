// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import io.drey.operators.meaning.OperatorMarker;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.file.FileSlice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operator state of a subtask: a file, with the offset of each element.
 *
 * @param all the states, and what marks the operator as one of Drey's
 * @param isMerged whether the file may hold other state too, which another kind of handle says
 */
public record OperatorHandle(List<Partitions> all, FileSlice file, boolean isMerged) {
  /** What marks the operator as one of Drey's; null if it is another job's. */
  public @Nullable OperatorMarker marker() {
    OperatorMarker marker = null;
    for (Partitions partitions : all) {
      OperatorMarker found = OperatorMarker.of(partitions.state());
      marker = found == null ? marker : found;
    }
    return marker;
  }

  /** The states, without the marker. */
  public List<Partitions> states() {
    return all.stream().filter(each -> OperatorMarker.of(each.state()) == null).toList();
  }

  /** How a state is redistributed when the parallelism changes. */
  public enum Mode {
    SPLIT_DISTRIBUTE(0),
    UNION(1),
    BROADCAST(2);

    private static final Mode[] ALL = values();

    private final int code;

    Mode(int code) {
      this.code = code;
    }

    /** Reads one of them. */
    static Mode of(ByteReader in) {
      int code = in.readByte();
      if (code < 0 || code >= ALL.length) {
        throw in.malformed("unknown distribution mode of operator state: " + code);
      }
      return ALL[code];
    }

    int code() {
      return code;
    }
  }

  /** The elements of one state. */
  public record Partitions(String state, Mode mode, List<Long> offsets) {}
}
