// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.migration.MigrationPlan;
import io.drey.state.migration.check.PlanCheck;
import io.drey.state.migration.check.ResolvedOperator;
import io.drey.state.migration.check.ResolvedPlan;
import io.drey.state.migration.file.LoadedPlan;
import io.drey.state.migration.file.MigrationFile;
import io.drey.state.sample.Snapshots;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandITCase {
  private static final String SAVEPOINT = Snapshots.CANONICAL_OF_HASHMAP.path().toString();

  private static final String PIPELINE =
      """
      version: 1
      sources:
        numbers: {type: file, path: in.jsonl, time: processing}
      steps:
        - {id: many-states, deduplicate: {key: k, ttl: 1h}}
      sinks:
        out: {type: discard}
      settings: {max-parallelism: 16}
      """;

  private final TestingDrey drey = new TestingDrey();

  @Test
  void takesTheJobOfAnotherSavepoint() {
    String staging = Snapshots.NATIVE_OF_ROCKSDB.path().toString();

    int exit = drey.run("state", "plan", SAVEPOINT, "--with", staging, "-o", "csv");

    assertThat(drey.out().lines().skip(1)).isNotEmpty().allMatch(row -> row.contains(",kept,"));
    assertThat(drey.err()).startsWith("drey: " + staging + ": Would start: ");
    assertThat(exit).isZero();
  }

  @Test
  void refusesTheOtherSavepointsMaxParallelism() {
    int exit =
        drey.run("state", "plan", SAVEPOINT, "--with", Snapshots.MANY_KEY_GROUPS.path().toString());

    assertThat(drey.out())
        .contains(
            "{\"operator\":\"windows\",\"state\":\"\",\"verdict\":\"incompatible\","
                + "\"what\":\"max parallelism 16 became 1000\",\"do\":\"set max-parallelism: 16, or"
                + " in a migration plan: max-parallelism: 1000\"}\n");
    assertThat(exit).isEqualTo(5);
  }

  @Test
  void tellsTheBytesOfOrphans(@TempDir Path directory) throws IOException {
    Path pipeline = pipeline(directory, PIPELINE);

    int exit = drey.run("state", "plan", SAVEPOINT, pipeline.toString(), "-o", "csv");

    assertThat(drey.out().lines())
        .contains(
            "many-states,counts,orphaned,\"carried for ever, never read (1650 bytes)\",in a"
                + " migration plan: operators: {many-states: {states: {counts: drop}}}");
    assertThat(exit).isEqualTo(5);
  }

  @Test
  void printsAMigrationPlanThatIsTakenAsItIs(@TempDir Path directory) throws IOException {
    Path pipeline = pipeline(directory, PIPELINE);

    assertThat(drey.run("state", "plan", SAVEPOINT, pipeline.toString(), "-o", "plan"))
        .isEqualTo(5);

    assertThat(drey.out().lines())
        .contains("version: 1", "operators:", "  many-states:", "      counts: drop");
    assertThat(resolved(drey.out()).problems()).isEmpty();
    assertThat(resolved(drey.out()).operators())
        .filteredOn(ResolvedOperator::isDropped)
        .extracting(operator -> operator.snapshot().id().toString())
        .containsExactlyInAnyOrder("subtask-states", "windows");
  }

  @Test
  void printsTheMaxParallelismOfAnotherSavepoint() {
    String staging = Snapshots.MANY_KEY_GROUPS.path().toString();

    drey.run("state", "plan", SAVEPOINT, "--with", staging, "-o", "plan");

    assertThat(resolved(drey.out()).operators())
        .filteredOn(operator -> operator.id().toString().equals("windows"))
        .extracting(ResolvedOperator::maxParallelism)
        .containsExactly(1000);
  }

  private static ResolvedPlan resolved(String text) {
    LoadedPlan loaded = MigrationFile.parse("plan.yaml", text);
    MigrationPlan plan = Objects.requireNonNull(loaded.plan(), loaded.problems()::toString);
    return PlanCheck.resolve("plan.yaml", plan, SnapshotFiles.at(SAVEPOINT));
  }

  @Test
  void wantsOneJob(@TempDir Path directory) throws IOException {
    assertThat(drey.run("state", "plan", SAVEPOINT)).isEqualTo(2);
    Path pipeline = pipeline(directory, PIPELINE);
    assertThat(drey.run("state", "plan", SAVEPOINT, pipeline.toString(), "--with", SAVEPOINT))
        .isEqualTo(2);

    assertThat(drey.err().lines())
        .contains(
            "drey: Missing job: must be a PIPELINE or a savepoint after --with (see drey state"
                + " plan --help)");
  }

  @Test
  void tellsOfAnInvalidPipelineAndOfNoSavepoint(@TempDir Path directory) throws IOException {
    Path invalid = pipeline(directory, PIPELINE.replace("ttl", "tll"));
    assertThat(drey.run("state", "plan", SAVEPOINT, invalid.toString())).isEqualTo(3);

    Path valid = pipeline(directory, PIPELINE);
    assertThat(drey.run("state", "plan", directory.toString(), valid.toString())).isEqualTo(6);
    assertThat(drey.out()).isEmpty();
  }

  @Test
  void letsValidateLookAtASavepoint(@TempDir Path directory) throws IOException {
    String pipeline = pipeline(directory, PIPELINE).toString();

    assertThat(drey.run("validate", pipeline)).isZero();
    assertThat(drey.out()).isEmpty();
    assertThat(drey.run("validate", pipeline, "--against", SAVEPOINT)).isEqualTo(5);
    assertThat(drey.out())
        .contains("{\"operator\":\"windows\",\"state\":\"\",\"verdict\":\"gone\",");
    assertThat(drey.err().lines())
        .contains(
            "drey: "
                + pipeline
                + ": Would not start: 3 kept, 5 new, 1 incompatible, 12 orphaned, 6 gone");
    assertThat(drey.run("validate", pipeline, "--against", directory.toString())).isEqualTo(6);
    Path invalid = pipeline(directory, PIPELINE.replace("ttl", "tll"));
    assertThat(drey.run("validate", invalid.toString(), "--against", SAVEPOINT)).isEqualTo(3);
  }

  private static Path pipeline(Path directory, String text) throws IOException {
    return Files.writeString(directory.resolve("pipeline.yaml"), text);
  }
}
