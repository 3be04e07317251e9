// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.state.json.JsonWriter;
import io.drey.state.read.BroadcastCopies;
import io.drey.state.read.OperatorRowWriter;
import io.drey.state.snapshot.operator.OperatorEntries;

/** The rows of an operator state in one subtask; broadcast state is the same in all subtasks. */
final class OperatorPart implements StatePart {
  private final OperatorEntries entries;
  private final int subtask;
  private final String state;
  private final BroadcastCopies copies;
  private final OperatorRowWriter writer;

  OperatorPart(
      OperatorEntries entries, int subtask, String state, BroadcastCopies copies, JsonWriter json) {
    this.entries = entries;
    this.subtask = subtask;
    this.state = state;
    this.copies = copies;
    this.writer = new OperatorRowWriter(json, "");
    entries.states().stream()
        .filter(each -> each.isBroadcast() && each.name().equals(state))
        .forEach(each -> copies.start(state, subtask));
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
  public void write() {
    writer.write(entries, subtask);
  }

  @Override
  public long damaged() {
    return writer.damaged();
  }

  @Override
  public void close() {
    entries.close();
  }
}
