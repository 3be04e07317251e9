// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.Snapshots;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.IntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.junit.jupiter.api.Test;

class StateReaderITCase {
  private static final String RUN = "state-reader";

  private final Notes notes = Notes.begin(RUN);
  private final Rows rows = new Rows();

  @Test
  void warnsOfValuesThatDoNotFit() {
    read("account", column("value"), Long.MAX_VALUE);

    assertThat(rows.collected).hasSize(40).containsOnly(GenericRowData.of((Object) null));
    assertThat(notes.warnings())
        .containsExactly("40 values of 'account' are NULL, since they do not fit their types");
    assertThat(notes.damage()).isEmpty();
  }

  @Test
  void onlyCountsRowsWithoutColumns() {
    read("account", RowType.of(), 7);

    assertThat(rows.collected).hasSize(7).containsOnly(new GenericRowData(0));
  }

  @Test
  void tellsHowMuchItHasRead() {
    read("account", RowType.of(), 7);

    assertThat(notes.readings().entries()).isEqualTo(7);
    assertThat(notes.readings().bytes()).isPositive();
    assertThat(notes.readings().allBytes()).isGreaterThanOrEqualTo(notes.readings().bytes());
  }

  private void read(String state, RowType columns, long limit) {
    StateScan scan =
        new StateScan(
            Snapshots.CANONICAL_OF_HASHMAP.path().toString(),
            List.of(),
            "many-states",
            state,
            true,
            RUN);
    StateReader reader = new StateReader(new StateScan.Part(scan, columns, limit));
    assertThat(reader.isAvailable()).isNotDone();
    assertThat(reader.pollNext(rows)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    reader.addSplits(List.of(WholeState.SPLIT));
    while (reader.pollNext(rows) != InputStatus.END_OF_INPUT) {
      assertThat(reader.isAvailable()).isDone();
    }
    reader.close();
  }

  private static RowType column(String name) {
    return RowType.of(new LogicalType[] {new IntType()}, new String[] {name});
  }

  /** Keeps rows. */
  private static final class Rows implements ReaderOutput<RowData> {
    private final List<RowData> collected = new ArrayList<>();

    @Override
    public void collect(RowData row) {
      collected.add(row);
    }

    @Override
    public void collect(RowData row, long timestamp) {
      collected.add(row);
    }

    @Override
    public void emitWatermark(Watermark watermark) {}

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}

    @Override
    public SourceOutput<RowData> createOutputForSplit(String splitId) {
      return this;
    }

    @Override
    public void releaseOutputForSplit(String splitId) {}
  }
}
