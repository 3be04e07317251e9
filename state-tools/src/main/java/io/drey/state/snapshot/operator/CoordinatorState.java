// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.operator;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.file.FileSlice;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.registry.ConnectorState;
import io.drey.state.snapshot.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * The state of an operator's coordinator on the JobManager, such as the enumerator of a source. It
 * is one value, which belongs to no subtask.
 */
public record CoordinatorState(FileSlice file) {
  /** The name under which it is shown; operators give their states names of their own. */
  public static final String NAME = "coordinator";

  /** The type of the value. */
  public static final ValueType TYPE = ConnectorState.coordinator();

  /** Returns the state; null if the operator has no coordinator with state. */
  public static @Nullable CoordinatorState of(OperatorSnapshot operator) {
    FileSlice file = operator.coordinator();
    return file == null ? null : new CoordinatorState(file);
  }

  public long bytes() {
    return file.length();
  }

  /** Returns the value. */
  public ByteReader read(SnapshotFiles files) {
    try (ByteReader in = files.open(file)) {
      return in.slice((int) in.remaining());
    }
  }
}
