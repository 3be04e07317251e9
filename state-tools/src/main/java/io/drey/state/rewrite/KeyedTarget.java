// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.keyed.EntrySink;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.type.ValueType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the entries of a subtask go whose keys change, and what is lost on the way. */
final class KeyedTarget {
  private final List<StateHeader> headers;
  private final EntrySink next;
  private final @Nullable KeyedState[] states;
  private final long[] lostEntries;
  private final long[] lostBytes;

  KeyedTarget(FileHeader header, EntrySink next) {
    this.headers = header.states();
    this.next = next;
    this.states = new KeyedState[headers.size()];
    this.lostEntries = new long[headers.size()];
    this.lostBytes = new long[headers.size()];
  }

  /** Says which state a number stands for. */
  void know(int number, KeyedState state) {
    states[number] = state;
  }

  ValueType keyType(int number) {
    return state(number).key();
  }

  private KeyedState state(int number) {
    return Objects.requireNonNull(states[number]);
  }

  void pass(int keyGroup, int number, EntryParts parts) throws IOException {
    next.add(
        keyGroup,
        number,
        state(number),
        parts.key(),
        parts.namespace(),
        parts.mapKey(),
        parts.value());
  }

  /** Counts an entry that is removed. */
  void lose(int number, int bytes) {
    lostEntries[number]++;
    lostBytes[number] += bytes;
  }

  /** What was removed, to be taken from what was counted as written before. */
  List<StateResult> lost(OperatorId operator) {
    List<StateResult> lost = new ArrayList<>();
    for (int i = 0; i < states.length; i++) {
      if (lostEntries[i] > 0) {
        String name = headers.get(i).name();
        lost.add(
            new StateResult(
                operator,
                state(i).name(),
                name,
                0,
                -lostEntries[i],
                -lostBytes[i],
                0,
                Examples.NONE));
      }
    }
    return lost;
  }
}
