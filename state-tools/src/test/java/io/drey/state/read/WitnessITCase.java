// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drey.state.sample.Snapshots;
import io.drey.state.sample.Witness;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WitnessITCase {
  private static final List<String> OPERATORS = List.of("many-states", "subtask-states", "windows");

  @ParameterizedTest
  @EnumSource(names = {"CANONICAL_OF_HASHMAP", "CANONICAL_OF_ROCKSDB", "NATIVE_OF_ROCKSDB"})
  void readsWhatFlinkReadsWithTheClasses(Snapshots snapshot) throws Exception {
    assertThat(ours(snapshot)).containsExactlyInAnyOrderElementsOf(Witness.rows(snapshot));
  }

  /** All but the timers of windows, which Flink does not show. */
  private static List<JsonNode> ours(Snapshots snapshot) {
    SnapshotFiles files = SnapshotFiles.at(snapshot.path().toString());
    StringBuilder rows = new StringBuilder();
    for (String name : OPERATORS) {
      OperatorSnapshot operator = files.metadata().operator(name);
      assertThat(
              RowReader.read(files, operator, Selection.ALL, TtlExpiry.UNKNOWN, rows::append)
                  .damage())
          .isEmpty();
    }
    List<JsonNode> trees = new ArrayList<>(rows.toString().lines().map(Witness::ours).toList());
    trees.removeIf(row -> row.get("state").textValue().endsWith("_window-timers"));
    return trees;
  }
}
