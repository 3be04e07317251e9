// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.table.data.RowData;

/** A bounded source that reads a state from the files of a savepoint, with one reader. */
final class StateSource implements Source<RowData, WholeState, WholeState> {
  private static final long serialVersionUID = 1L;

  private final StateScan.Part part;

  StateSource(StateScan.Part part) {
    this.part = part;
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<RowData, WholeState> createReader(SourceReaderContext context) {
    return new StateReader(part);
  }

  @Override
  public SplitEnumerator<WholeState, WholeState> createEnumerator(
      SplitEnumeratorContext<WholeState> context) {
    return new WholeStateEnumerator(context);
  }

  @Override
  public SplitEnumerator<WholeState, WholeState> restoreEnumerator(
      SplitEnumeratorContext<WholeState> context, WholeState checkpoint) {
    return createEnumerator(context);
  }

  @Override
  public SimpleVersionedSerializer<WholeState> getSplitSerializer() {
    return new WholeState.Serializer();
  }

  @Override
  public SimpleVersionedSerializer<WholeState> getEnumeratorCheckpointSerializer() {
    return new WholeState.Serializer();
  }
}
