package io.drey.state.query;

import io.drey.state.json.JsonWriter;
import io.drey.state.read.OperatorRowWriter;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.operator.OperatorEntries;

/** A state of one subtask, all of which have the same broadcast state. */
final class OperatorPart implements StatePart {
  private final OperatorEntries entries;
  private final int subtask;
  private final String state;
  private final OperatorRowWriter writer;

  OperatorPart(
      SnapshotFiles files, OperatorHandle handle, int subtask, String state, JsonWriter json) {
    this.entries = OperatorEntries.open(files, handle);
    this.subtask = subtask;
    this.state = state;
    this.writer = new OperatorRowWriter(json, "");
  }

  @Override
  public boolean next() {
    while (entries.next()) {
      boolean isCopy = subtask > 0 && entries.state().isBroadcast();
      if (!isCopy && entries.state().name().equals(state)) {
        return true;
      }
    }
    return false;
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
