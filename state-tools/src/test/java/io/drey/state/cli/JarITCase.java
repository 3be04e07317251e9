// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.KryoStates;
import io.drey.state.sample.TestingCluster;
import io.drey.state.sample.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarITCase {
  private final TestingDrey drey = new TestingDrey();

  private final Path directory;

  JarITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void readsValuesByClassesOfAJar() throws Exception {
    Path savepoint = savepoint();

    int exit =
        drey.run(
            "state",
            "read",
            savepoint.toString(),
            "--operator",
            "of-texts",
            "--state",
            "secrets",
            "--key",
            "key-1",
            "--jar",
            jar().toString());

    assertThat(drey.err()).isEmpty();
    assertThat(exit).isZero();
    assertThat(drey.lines())
        .containsExactly(
            ("{'operator':'of-texts','state':'secrets','key':'key-1','value':"
                    + "[{'text':'','number':0},{'text':'l8526495039125476985',"
                    + "'number':8526495039125476985}]}")
                .replace('\'', '"'));
  }

  @Test
  void queriesValuesByClassesOfAJar() throws Exception {
    Path savepoint = savepoint();
    String query = "SELECT key, `value` FROM `of-texts`.secret WHERE key = 'key-1'";

    int exit = drey.run("state", "query", savepoint.toString(), query, "--jar", jar().toString());

    assertThat(drey.err()).isEmpty();
    assertThat(exit).isZero();
    assertThat(drey.lines())
        .containsExactly(
            "{\"key\":\"key-1\",\"value\":\"{\\\"text\\\":\\\"s8526495039125476985\\\","
                + "\\\"number\\\":8526495039125476985}\"}");
  }

  @Test
  void refusesWhatIsNoJar() throws IOException {
    Path file = Files.writeString(directory.resolve("no.jar"), "no");

    int exit = drey.run("state", "ls", directory.toString(), "--jar", file.toString());

    assertThat(exit).isEqualTo(2);
    assertThat(drey.err())
        .isEqualTo(
            "drey: Invalid --jar: must be a readable jar but was '"
                + (file + "' (see drey state ls --help)\n"));
  }

  private Path savepoint() throws Exception {
    return TestingCluster.savepoint(
        Map.of("state.backend.type", "hashmap", "pipeline.max-parallelism", "4"),
        KryoStates::build,
        SavepointFormatType.NATIVE,
        directory);
  }

  private Path jar() throws IOException {
    return Versions.jar(Versions.compile(directory, Map.of("Any", "class Any {}")));
  }
}
