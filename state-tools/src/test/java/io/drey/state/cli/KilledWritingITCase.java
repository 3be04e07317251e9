// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.ExpectedRows;
import io.drey.state.sample.Rows;
import io.drey.state.sample.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes leaves nothing that looks like a savepoint. */
@Timeout(240)
class KilledWritingITCase {
  private static final String INCOMPLETE = ".canonical.incomplete";

  private final Path directory;
  private final Path target;

  KilledWritingITCase(@TempDir Path directory) {
    this.directory = directory;
    this.target = directory.resolve("canonical");
  }

  @Test
  void leavesNothingButANamedDirectory() throws Exception {
    Path source = Snapshots.NATIVE_OF_ROCKSDB.path();
    Map<String, Long> before = sizes(source);
    int killed = 0;
    for (int files = 0; files < 8; files++) {
      killed += isKilledAfter(files, source) ? 1 : 0;

      if (Files.exists(target)) {
        checkWhole();
        delete(target);
      }
      assertThat(directory.toFile().list()).isSubsetOf(INCOMPLETE);
      assertThat(sizes(source)).isEqualTo(before);
    }
    assertThat(killed).isPositive();

    assertThat(new TestingDrey().run(arguments(source))).isZero();

    checkWhole();
    assertThat(directory.toFile().list()).containsExactly("canonical");
  }

  private void checkWhole() {
    assertThat(Rows.keyed(target, "many-states"))
        .containsExactlyInAnyOrderElementsOf(ExpectedRows.ofManyStates());
  }

  /** Kills the process once it has so many files, unless it ends before. */
  private boolean isKilledAfter(int files, Path source) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("io.drey.state.cli.Main");
    command.addAll(List.of(arguments(source)));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      while (process.isAlive() && count() <= files) {
        Thread.onSpinWait();
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return process.exitValue() != 0;
  }

  /** The number of files that are there, with the lock; 0 before that. */
  private int count() {
    String[] files = directory.resolve(INCOMPLETE).toFile().list();
    return files == null ? 0 : files.length;
  }

  private String[] arguments(Path source) {
    return new String[] {"state", "convert", source.toString(), "--out", target.toString()};
  }

  private static Map<String, Long> sizes(Path savepoint) throws IOException {
    Map<String, Long> sizes = new HashMap<>();
    try (Stream<Path> files = Files.list(savepoint)) {
      for (Path file : files.toList()) {
        sizes.put(file.toString(), Files.size(file));
      }
    }
    return sizes;
  }

  private static void delete(Path savepoint) throws IOException {
    try (Stream<Path> files = Files.list(savepoint)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(savepoint);
  }
}
