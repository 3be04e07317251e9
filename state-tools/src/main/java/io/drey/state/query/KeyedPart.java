// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.state.json.JsonWriter;
import io.drey.state.read.RowWriter;
import io.drey.state.snapshot.keyed.EntryReader;
import io.drey.state.snapshot.keyed.KeyedHandles;
import io.drey.state.snapshot.keyed.Scope;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.SnapshotFiles;

/** The rows of a keyed state. */
final class KeyedPart implements StatePart {
  private final EntryReader entries;
  private final String state;
  private final RowWriter writer;

  KeyedPart(
      SnapshotFiles files, KeyedHandle handle, int maxParallelism, String state, JsonWriter json) {
    this.entries = KeyedHandles.open(files, handle, maxParallelism, new Scope(null, state));
    this.state = state;

    this.writer = new RowWriter(json, "", entries.countsListElements());
  }

  @Override
  public boolean next() {
    while (entries.next()) {
      if (entries.entry().state().name().equals(state)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void write() {
    writer.write(entries.entry());
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
