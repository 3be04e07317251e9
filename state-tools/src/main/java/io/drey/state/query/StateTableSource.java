// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.ScanTableSource;
import org.apache.flink.table.connector.source.SourceProvider;
import org.apache.flink.table.connector.source.abilities.SupportsLimitPushDown;
import org.apache.flink.table.connector.source.abilities.SupportsProjectionPushDown;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.RowType;

/** A state as a table source, which produces only the columns that a query needs. */
final class StateTableSource
    implements ScanTableSource, SupportsProjectionPushDown, SupportsLimitPushDown {
  private StateScan.Part part;

  StateTableSource(StateScan.Part part) {
    this.part = part;
  }

  @Override
  public ChangelogMode getChangelogMode() {
    return ChangelogMode.insertOnly();
  }

  @Override
  public ScanRuntimeProvider getScanRuntimeProvider(ScanContext context) {
    return SourceProvider.of(new StateSource(part), 1);
  }

  @Override
  public boolean supportsNestedProjection() {
    return false;
  }

  @Override
  public void applyProjection(int[][] projectedFields, DataType producedDataType) {
    RowType columns = (RowType) producedDataType.getLogicalType();
    part = new StateScan.Part(part.of(), columns, part.limit());
  }

  @Override
  public void applyLimit(long limit) {
    part = new StateScan.Part(part.of(), part.columns(), limit);
  }

  @Override
  public DynamicTableSource copy() {
    return new StateTableSource(part);
  }

  @Override
  public String asSummaryString() {
    return "savepoint";
  }
}
