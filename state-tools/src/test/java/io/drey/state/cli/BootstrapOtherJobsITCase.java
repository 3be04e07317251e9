// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.OldSnapshots;
import io.drey.state.sample.Rows;
import io.drey.state.sample.SqlJob;
import io.drey.state.sample.TestingCluster;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bootstraps state like that of jobs which know nothing of Drey: of Flink 1.20 and of SQL. */
class BootstrapOtherJobsITCase {
  private final TestingDrey drey = new TestingDrey();
  private final Path directory;

  BootstrapOtherJobsITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @EnumSource(
      value = OldSnapshots.class,
      names = {"NATIVE_OF_HASHMAP", "NATIVE_OF_ROCKSDB"})
  void writesWhatFlink1Restores(OldSnapshots taking) throws Exception {
    Path source = OldSnapshots.CANONICAL_OF_HASHMAP.path();
    String id =
        SnapshotFiles.at(source.toString()).metadata().operator("keyed-states").id().toString();
    Path target = directory.resolve("bootstrapped");

    bootstrap(source, "keyed-states", Rows.timed(source, id), target, "--for", "1.20");
    Path after = OldSnapshots.restored(target, taking);

    assertThat(Rows.keyed(after, id))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(Rows.keyed(source, id));
  }

  @Test
  void givesBackWhatQueriesOfSqlKeep() throws Exception {
    Path source =
        TestingCluster.savepoint(
            Map.of("state.backend.type", "rocksdb", "parallelism.default", "1"),
            SqlJob::build,
            SavepointFormatType.NATIVE,
            directory);
    List<String> of = new ArrayList<>();
    for (OperatorSnapshot operator : SnapshotFiles.at(source.toString()).metadata().operators()) {
      String id = operator.id().toString();
      List<String> rows = Rows.keyed(source, id);
      if (!rows.isEmpty()) {
        Path target = directory.resolve(id);
        bootstrap(source, id, rows, target);
        assertThat(Rows.keyed(target, id)).containsExactlyInAnyOrderElementsOf(rows);
        of.add(id);
      }
    }
    assertThat(of).as("a group, the last of each name, a join, windows").hasSize(4);
  }

  private void bootstrap(Path like, String operator, List<String> rows, Path target, String... more)
      throws IOException {
    Path data = Files.write(directory.resolve("rows.jsonl"), rows);
    List<String> arguments =
        new ArrayList<>(List.of("state", "bootstrap", "--like", like.toString()));
    arguments.addAll(List.of("--operator", operator, "--from", data.toString()));
    arguments.addAll(List.of("--out", target.toString()));
    arguments.addAll(List.of(more));
    int exit = drey.run(arguments.toArray(String[]::new));
    assertThat(exit).as(drey.err()).isZero();
  }
}
