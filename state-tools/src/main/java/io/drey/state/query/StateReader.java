// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.table.data.RowData;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a state. */
final class StateReader implements SourceReader<RowData, WholeState> {
  private final StateScan.Part part;
  private final Notes notes;
  private final Cells cells;
  private final CompletableFuture<Void> assigned = new CompletableFuture<>();
  private @Nullable StateRows rows;
  private long left;

  StateReader(StateScan.Part part) {
    this.part = part;
    this.notes = Notes.of(part.of().run());
    this.cells = new Cells(part.columns());
    this.left = part.limit();
  }

  @Override
  public void start() {}

  @Override
  public void addSplits(List<WholeState> splits) {
    StateScan scan = part.of();
    SnapshotFiles files = scan.files();
    OperatorSnapshot operator = files.metadata().operator(scan.operator());
    notes.readings().add(files, List.of(operator));
    rows = new StateRows(files, operator, scan.state(), scan.isKeyed(), notes::damage);
    assigned.complete(null);
  }

  @Override
  public void notifyNoMoreSplits() {}

  @Override
  public InputStatus pollNext(ReaderOutput<RowData> output) {
    if (rows == null) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    if (left == 0) {
      note();
      return InputStatus.END_OF_INPUT;
    }
    if (!rows.next()) {
      rows.warnings().forEach(notes::warn);
      note();
      return InputStatus.END_OF_INPUT;
    }
    left--;
    output.collect(rows.row(cells));
    return InputStatus.MORE_AVAILABLE;
  }

  private void note() {
    String state = "'" + part.of().state() + "'";
    if (cells.damaged() > 0) {
      notes.damage("Cannot read " + cells.damaged() + " values of " + state + ": they are NULL");
    }
    if (cells.undecoded() > 0) {
      notes.warn(
          cells.undecoded()
              + " values of "
              + state
              + " are NULL, since only the job's classes can decode them"
              + " (drey state read shows their bytes)");
    }
    if (cells.unfit() > 0) {
      notes.warn(
          cells.unfit() + " values of " + state + " are NULL, since they do not fit their types");
    }
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return assigned;
  }

  @Override
  public List<WholeState> snapshotState(long checkpointId) {
    return List.of();
  }

  @Override
  public void close() {
    if (rows != null) {
      rows.close();
    }
  }
}
