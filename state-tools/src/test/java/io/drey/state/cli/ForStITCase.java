// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.AsyncStates;
import io.drey.state.sample.ExpectedRows;
import io.drey.state.sample.Rows;
import io.drey.state.sample.SampleJob;
import io.drey.state.sample.Snapshots;
import io.drey.state.sample.TestingCluster;
import io.drey.state.snapshot.keyed.ForStFiles;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ForSt restores a savepoint that is all its own: commands write none of which only a part is. */
class ForStITCase {
  private static final String DROP_TIMERS =
      """
      version: 1
      operators:
        windows: {timers: drop}
      """;

  private final TestingDrey drey = new TestingDrey();
  private final Path directory;
  private final Path target;

  ForStITCase(@TempDir Path directory) {
    this.directory = directory;
    this.target = directory.resolve("changed");
  }

  @Test
  void changesNoStateOfItself() throws IOException {
    Path savepoint = Snapshots.NATIVE_OF_FORST.path();

    assertThat(migrate(savepoint, DROP_TIMERS)).isEqualTo(5);
    assertThat(migrate(savepoint, DROP_TIMERS, "--execute")).isEqualTo(5);
    assertThat(erase(savepoint, "--key", "key-7")).isEqualTo(5);
    assertThat(erase(savepoint, "--key", "key-7", "--execute")).isEqualTo(5);
    assertThat(erase(savepoint, "--key", "nobody")).as("nothing to erase").isZero();
    assertThat(bootstrap(savepoint)).isEqualTo(5);

    assertThat(drey.err())
        .contains("Cannot change operator 'windows': its keyed state is ForSt's, which restores")
        .contains(
            "Cannot change operator 'many-states': its keyed state is ForSt's, which restores")
        .contains("restores no canonical files: --canonical converts that of all operators\n")
        .contains("canonical files: convert the savepoint first, by drey state convert\n");
    assertThat(target).doesNotExist();
  }

  @Test
  void changesNoStateOfTheAsynchronousApi() throws Exception {
    Path savepoint =
        TestingCluster.savepoint(
            settings("forst"),
            AsyncStates::build,
            SavepointFormatType.NATIVE,
            directory.resolve("forst"));
    String plan =
        """
        version: 1
        operators:
          async-states: {states: {counts: drop}}
        """;

    assertThat(migrate(savepoint, plan, "--execute")).isEqualTo(5);
    assertThat(drey.err()).contains("operator 'async-states': its keyed state is ForSt's");
    assertThat(migrate(savepoint, plan, "--execute", "--canonical")).as(drey.err()).isZero();
    List<String> kept = new ArrayList<>(Rows.keyed(savepoint, "async-states"));
    kept.removeIf(row -> row.contains("\"counts\""));
    assertThat(Rows.keyed(target, "async-states")).containsExactlyInAnyOrderElementsOf(kept);
    for (String backend : List.of("hashmap", "rocksdb")) {
      Map<String, String> restoring = new HashMap<>(settings(backend));
      restoring.put("execution.state-recovery.path", target.toString());
      Path after =
          TestingCluster.savepoint(
              restoring,
              AsyncStates::build,
              SavepointFormatType.NATIVE,
              directory.resolve(backend));
      assertThat(Rows.keyed(after, "async-states"))
          .as("each value comes once more")
          .contains(
              "{\"operator\":\"async-states\",\"state\":\"names\",\"key\":\"key-1\","
                  + "\"value\":[\"n1\",\"\",\"n1\",\"\"]}");
    }
  }

  @Test
  void keepsItsFilesWhereNoStateChanges() throws IOException {
    String plan =
        """
        version: 1
        operators:
          windows: {rename-to: hours}
        """;

    assertThat(migrate(Snapshots.NATIVE_OF_FORST.path(), plan, "--execute"))
        .as(drey.err())
        .isZero();

    SnapshotFiles files = SnapshotFiles.at(target.toString());
    assertThat(ForStFiles.areOf(files, files.metadata().operator("hours"))).isTrue();
  }

  @Test
  void getsSourcesWhichHaveNoKeyedState() throws IOException {
    Path pipeline =
        Files.writeString(
            directory.resolve("orders.yaml"),
            """
            version: 1
            name: orders
            sources:
              orders: {type: kafka, brokers: 127.0.0.1:9092, topics: [orders], time: processing}
            sinks:
              out: {type: discard}
            settings: {max-parallelism: 16}
            """);
    Path rows =
        Files.writeString(
            directory.resolve("offsets.jsonl"),
            "{\"topic\":\"orders\",\"partition\":0,\"offset\":7}\n");

    int exit =
        drey.run(
            "state",
            "bootstrap",
            "--pipeline",
            pipeline.toString(),
            "--operator",
            "orders",
            "--from",
            rows.toString(),
            "--onto",
            Snapshots.NATIVE_OF_FORST.path().toString(),
            "--out",
            target.toString());

    assertThat(exit).as(drey.err()).isZero();
    SnapshotFiles files = SnapshotFiles.at(target.toString());
    assertThat(ForStFiles.areOf(files, files.metadata().operator("many-states"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hashmap", "rocksdb"})
  void makesAllStateCanonicalIfAsked(String backend) throws Exception {
    int exit = migrate(Snapshots.NATIVE_OF_FORST.path(), DROP_TIMERS, "--execute", "--canonical");
    assertThat(exit).as(drey.err()).isZero();
    assertThat(drey.err())
        .contains("all keyed state becomes canonical: the result starts on hashmap and RocksDB");

    Path after =
        TestingCluster.savepoint(
            Map.of(
                "state.backend.type", backend, "execution.state-recovery.path", target.toString()),
            SampleJob::buildQuiet,
            SavepointFormatType.CANONICAL,
            directory.resolve(backend));

    assertThat(Rows.keyed(after, "many-states"))
        .containsExactlyInAnyOrderElementsOf(ExpectedRows.ofManyStates());
  }

  private static Map<String, String> settings(String backend) {
    return Map.of(
        "state.backend.type", backend,
        "parallelism.default", "1",
        "pipeline.max-parallelism", "4");
  }

  private int migrate(Path savepoint, String plan, String... more) throws IOException {
    Path file = Files.writeString(directory.resolve("plan.yaml"), plan);
    return run(savepoint, List.of("migrate", "--plan", file.toString()), more);
  }

  private int erase(Path savepoint, String... more) {
    return run(savepoint, List.of("erase"), more);
  }

  private int run(Path savepoint, List<String> command, String... more) {
    List<String> arguments = new ArrayList<>(List.of("state"));
    arguments.addAll(command);
    arguments.add(savepoint.toString());
    arguments.addAll(List.of(more));
    if (arguments.contains("--execute")) {
      arguments.addAll(List.of("--out", target.toString()));
    }
    return drey.run(arguments.toArray(String[]::new));
  }

  private int bootstrap(Path savepoint) throws IOException {
    Path rows = Files.writeString(directory.resolve("rows.jsonl"), "{\"key\":1,\"value\":2}\n");
    return drey.run(
        "state",
        "bootstrap",
        "--operator",
        "new",
        "--key-type",
        "Long",
        "--state",
        "total=value:Long",
        "--max-parallelism",
        "16",
        "--from",
        rows.toString(),
        "--onto",
        savepoint.toString(),
        "--out",
        target.toString());
  }
}
