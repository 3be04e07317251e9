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
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a state. */
final class StateReader implements SourceReader<RowData, WholeState> {
  private final StateScan.Part part;
  private final Notes notes;
  private final RowReading reading;
  private final CompletableFuture<Void> assigned = new CompletableFuture<>();
  private @Nullable StateRows rows;
  private long left;

  StateReader(StateScan.Part part) {
    this.part = part;
    this.notes = Notes.of(part.of().run());
    this.reading = new RowReading(part.columns());
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
      note(rows.damaged());
      return InputStatus.END_OF_INPUT;
    }
    if (!rows.next()) {
      rows.warnings().forEach(notes::warn);
      note(rows.damaged());
      return InputStatus.END_OF_INPUT;
    }
    left--;
    output.collect(reading.isEmpty() ? new GenericRowData(0) : reading.read(rows.json()));
    return InputStatus.MORE_AVAILABLE;
  }

  private void note(long damaged) {
    String state = "'" + part.of().state() + "'";
    if (damaged > 0) {
      notes.damage("Cannot read " + damaged + " values of " + state + ": they are NULL");
    }
    long undecoded = reading.undecoded() - damaged;
    if (undecoded > 0) {
      notes.warn(
          undecoded
              + " values of "
              + state
              + " are NULL, since only the job's classes can decode them"
              + " (drey state read shows their bytes)");
    }
    if (reading.unfit() > 0) {
      notes.warn(
          reading.unfit() + " values of " + state + " are NULL, since they do not fit their types");
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
