// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.AsyncStates;
import io.drey.state.sample.EventsUnderWay;
import io.drey.state.sample.ExpectedRows;
import io.drey.state.sample.OpaqueStates;
import io.drey.state.sample.Rows;
import io.drey.state.sample.SampleJob;
import io.drey.state.sample.Snapshots;
import io.drey.state.sample.TestingCluster;
import io.drey.state.witness.SampleWitness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertITCase {
  private final TestingDrey drey = new TestingDrey();
  private final Path directory;
  private final Path target;

  ConvertITCase(@TempDir Path directory) {
    this.directory = directory;
    this.target = directory.resolve("canonical");
  }

  @Test
  void writesACanonicalSavepoint() throws Exception {
    assertThat(convert(Snapshots.NATIVE_OF_ROCKSDB.path())).as(drey.err()).isZero();

    assertThat(drey.out()).isEmpty();
    assertThat(drey.err())
        .matches(
            """
            wrote \\d+ operators, \\d+ entries, [\\d,]+ bytes
            converted 2 of 8 operators; the others are copied
            """);
    assertThat(Rows.keyed(target, "many-states"))
        .containsExactlyInAnyOrderElementsOf(ExpectedRows.ofManyStates());
    SampleWitness.agrees(target);
  }

  @Test
  void writesNothingOverAnother() throws IOException {
    Files.createDirectory(target);

    assertThat(convert(Snapshots.CANONICAL_OF_HASHMAP.path())).isEqualTo(2);

    assertThat(drey.err())
        .startsWith("drey: Invalid --out: must not exist but '" + target + "' does");
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void writesToLocalDirectoriesOnly() {
    Path source = Snapshots.CANONICAL_OF_HASHMAP.path();

    int exit = drey.run("state", "convert", source.toString(), "--out", "s3://bucket/savepoint");
    assertThat(exit).isEqualTo(2);
    assertThat(drey.err())
        .startsWith(
            "drey: Invalid --out: must be a local directory, which can be copied as a whole to"
                + " another file system, but was 's3://bucket/savepoint'");

    assertThat(drey.run("state", "convert", source.toString(), "--out", "file:" + target)).isZero();
    assertThat(target.resolve("_metadata")).exists();
  }

  @Test
  void leavesNothingOfADamagedSavepoint() throws IOException {
    Path copy = Files.createDirectory(directory.resolve("copy"));
    Path file = Copies.of(Snapshots.NATIVE_OF_ROCKSDB.path(), copy).get(0);
    Files.delete(file);

    assertThat(convert(copy)).isEqualTo(6);

    assertThat(drey.err()).isEqualTo("drey: Cannot read " + file + ": no such file\n");
    assertThat(directory.toFile().list()).containsExactly("copy");
  }

  @Test
  void refusesInFlightEvents() throws Exception {
    Map<String, String> settings = settings("hashmap");
    settings.put("execution.checkpointing.unaligned.enabled", "true");
    Path checkpoint = TestingCluster.checkpoint(settings, EventsUnderWay::build);

    assertThat(convert(checkpoint)).isEqualTo(5);

    assertThat(drey.err())
        .matches(
            "drey: Cannot change operator '\\w+': it holds \\d+ bytes of in-flight events of an"
                + " unaligned checkpoint, which fit only the job that took it: take a savepoint, or"
                + " an aligned checkpoint\n");
    assertThat(target).doesNotExist();
  }

  @Test
  void refusesAChangelog() throws Exception {
    Map<String, String> settings = settings("hashmap");
    settings.put("state.changelog.enabled", "true");
    settings.put("state.changelog.storage", "memory");
    Path checkpoint = TestingCluster.checkpoint(settings, SampleJob::build);

    assertThat(convert(checkpoint)).isEqualTo(5);

    assertThat(drey.err()).contains("it holds a changelog").contains("take a savepoint");
  }

  /** Where they end was found, since there is only one way to read the file. */
  @Test
  void carriesValuesThatOnlyTheJobCanDecode() throws Exception {
    Path savepoint =
        TestingCluster.savepoint(
            settings("hashmap"), OpaqueStates::build, SavepointFormatType.NATIVE, directory);

    assertThat(convert(savepoint)).as(drey.err()).isZero();

    assertThat(drey.err())
        .startsWith(
            "drey: warning: opaque-states: only Kryo<io.drey.state.sample.OpaqueStates$Secret> can"
                + " decode some of its values");
    assertThat(Rows.keyed(target, "opaque-states"))
        .containsExactlyInAnyOrderElementsOf(Rows.keyed(savepoint, "opaque-states"));
  }

  @Test
  void makesStateOfForStRestorable() throws Exception {
    Path savepoint =
        TestingCluster.savepoint(
            settings("forst"), AsyncStates::build, SavepointFormatType.NATIVE, directory);
    assertThat(convert(savepoint)).as(drey.err()).isZero();
    List<String> rows = Rows.keyed(savepoint, "async-states");
    assertThat(rows).isNotEmpty();
    assertThat(Rows.keyed(target, "async-states")).containsExactlyInAnyOrderElementsOf(rows);

    for (String backend : List.of("hashmap", "rocksdb")) {
      Map<String, String> settings = settings(backend);
      settings.put("execution.state-recovery.path", target.toString());
      Path after =
          TestingCluster.savepoint(
              settings, AsyncStates::build, SavepointFormatType.NATIVE, directory.resolve(backend));

      // each value comes once more
      assertThat(Rows.keyed(after, "async-states"))
          .hasSameSizeAs(rows)
          .contains(
              "{\"operator\":\"async-states\",\"state\":\"names\",\"key\":\"key-1\","
                  + "\"value\":[\"n1\",\"\",\"n1\",\"\"]}");
    }
  }

  private int convert(Path savepoint) {
    return drey.run("state", "convert", savepoint.toString(), "--out", target.toString());
  }

  private Map<String, String> settings(String backend) {
    Map<String, String> settings = new HashMap<>();
    settings.put("state.backend.type", backend);
    settings.put("parallelism.default", "1");
    settings.put("pipeline.max-parallelism", "4");
    settings.put("execution.checkpointing.dir", directory.resolve("c").toUri().toString());
    settings.put("execution.checkpointing.interval", "10 h");
    settings.put(
        "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
    return settings;
  }
}
