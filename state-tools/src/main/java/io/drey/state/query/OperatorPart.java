// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.state.json.ValueSink;
import io.drey.state.read.BroadcastCopies;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.operator.OperatorEntries;
import io.drey.state.snapshot.operator.OperatorState;
import java.util.Map;

/** The rows of an operator state in one subtask; broadcast state is the same in all subtasks. */
final class OperatorPart implements StatePart {
  private final OperatorEntries entries;
  private final int subtask;
  private final String state;
  private final BroadcastCopies copies;
  private Decoding decoding = new Decoding(Map.of());

  OperatorPart(OperatorEntries entries, int subtask, String state, BroadcastCopies copies) {
    this.entries = entries;
    this.subtask = subtask;
    this.state = state;
    this.copies = copies;
    for (OperatorState each : entries.states()) {
      if (each.name().equals(state)) {
        decoding = new Decoding(Member.of(each));
        if (each.isBroadcast()) {
          copies.start(state, subtask);
        }
      }
    }
  }

  @Override
  public boolean next() {
    while (entries.next()) {
      if (entries.state().name().equals(state) && isFirstCopy()) {
        return true;
      }
    }
    return false;
  }

  private boolean isFirstCopy() {
    if (entries.state().isBroadcast()) {
      copies.add(entries, subtask);
      return subtask == 0;
    }
    return true;
  }

  @Override
  public void write(Member member, ValueSink out) {
    if (member == Member.SUBTASK) {
      out.number(subtask);
    } else {
      decoding.write(member, reader(member), out);
    }
  }

  private ByteReader reader(Member member) {
    return member == Member.MAP_KEY ? entries.mapKey() : entries.value();
  }

  @Override
  public byte[] bytes(Member member) {
    return Decoding.rest(reader(member));
  }

  @Override
  public void close() {
    entries.close();
  }
}
