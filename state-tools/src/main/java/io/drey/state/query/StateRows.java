// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.state.read.BroadcastCopies;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.operator.OperatorEntries;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.flink.table.data.RowData;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one state, which are those of {@code drey state read}; reading continues after
 * damage.
 */
final class StateRows implements AutoCloseable {
  private final SnapshotFiles files;
  private final OperatorSnapshot operator;
  private final String state;
  private final Consumer<String> damage;
  private final BroadcastCopies copies = new BroadcastCopies();
  private final Deque<Supplier<StatePart>> unopened = new ArrayDeque<>();
  private @Nullable StatePart part;

  /**
   * Creates the rows without opening a file.
   *
   * @param isKeyed whether it is keyed state rather than operator state
   * @param damage receives messages about what cannot be read
   */
  StateRows(
      SnapshotFiles files,
      OperatorSnapshot operator,
      String state,
      boolean isKeyed,
      Consumer<String> damage) {
    this.files = files;
    this.operator = operator;
    this.state = state;
    this.damage = damage;
    for (SubtaskSnapshot subtask : operator.subtasks()) {
      if (isKeyed) {
        add(subtask.managedKeyed());
        add(subtask.rawKeyed());
      } else {
        add(subtask.managedOperator(), subtask.index());
      }
    }
  }

  private void add(@Nullable KeyedHandle handle) {
    if (handle != null) {
      unopened.add(() -> new KeyedPart(files, handle, operator.maxParallelism(), state));
    }
  }

  private void add(@Nullable OperatorHandle handle, int subtask) {
    if (handle != null) {
      unopened.add(
          () -> new OperatorPart(OperatorEntries.open(files, handle), subtask, state, copies));
    }
  }

  /** Moves on to the next row and returns whether there is one. */
  boolean next() {
    while (true) {
      try {
        if (part == null) {
          if (unopened.isEmpty()) {
            return false;
          }
          part = unopened.remove().get();
        }
        if (part.next()) {
          files.progress().addEntry();
          return true;
        }
        close();
      } catch (SavepointException e) {
        damage.accept(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Returns the row. */
  RowData row(Cells cells) {
    return cells.read(Objects.requireNonNull(part));
  }

  /** Warnings about all that was read. */
  List<String> warnings() {
    return copies.warnings();
  }

  /** Closes the open file, if there is one. */
  @Override
  public void close() {
    if (part != null) {
      part.close();
      part = null;
    }
  }
}
