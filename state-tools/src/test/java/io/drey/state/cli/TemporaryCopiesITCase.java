// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.Snapshots;
import io.drey.state.snapshot.file.LocalDirectories;
import io.drey.state.snapshot.file.TemporaryDirectory;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the copies are that RocksDB needs, and that nothing is left of them. */
class TemporaryCopiesITCase {
  private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);

  private final Path directory;
  private final TestingDrey drey = new TestingDrey();

  TemporaryCopiesITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ls SAVEPOINT --count",
        "show SAVEPOINT",
        "read SAVEPOINT --operator many-states",
        "query SAVEPOINT 'SELECT COUNT(*) FROM account'",
        "diff SAVEPOINT OTHER --operator many-states",
        "check SAVEPOINT"
      })
  void areInTheGivenDirectory(String command) throws IOException {
    Files.setLastModifiedTime(directory, LONG_AGO);

    assertThat(run(command, directory)).as(drey.err()).isIn(0, 5);

    assertThat(Files.getLastModifiedTime(directory)).isNotEqualTo(LONG_AGO);
    assertThat(directory).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ls SAVEPOINT",
        "show SAVEPOINT",
        "read SAVEPOINT --operator many-states",
        "query SAVEPOINT 'SELECT COUNT(*) FROM account'",
        "diff SAVEPOINT OTHER",
        "plan SAVEPOINT --with OTHER",
        "check SAVEPOINT"
      })
  void areNowhereElse(String command) {
    Path nowhere = directory.resolve("nowhere");

    assertThat(run(command, nowhere)).isEqualTo(2);

    assertThat(drey.err())
        .startsWith(
            "drey: Invalid --tmp: must be a directory in which files can be created but was '"
                + nowhere
                + "'");
  }

  private int run(String command, Path temporary) {
    String[] quoted = command.split("'", -1);
    List<String> words = new ArrayList<>(List.of("state"));
    words.addAll(List.of(quoted[0].strip().split(" ", -1)));
    if (quoted.length > 1) {
      words.add(quoted[1]);
    }
    words.addAll(List.of("--tmp", temporary.toString()));
    words.replaceAll(
        word ->
            switch (word) {
              case "SAVEPOINT" -> Snapshots.NATIVE_OF_ROCKSDB.path().toString();
              case "OTHER" -> Snapshots.CANONICAL_OF_HASHMAP.path().toString();
              default -> word;
            });
    return drey.run(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {
        "NATIVE_OF_ROCKSDB",
        "INCREMENTAL_CHECKPOINT_OF_ROCKSDB",
        "MERGED_FILES_OF_ROCKSDB",
        "NATIVE_OF_FORST"
      })
  void areGoneAfterwards(Snapshots snapshot) {
    int exit =
        drey.run(
            "state",
            "read",
            snapshot.path().toString(),
            "--operator",
            "many-states",
            "--tmp",
            directory.toString());

    assertThat(drey.err()).isEmpty();
    assertThat(exit).isZero();
    assertThat(drey.lines()).isNotEmpty();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void areGoneAfterASignal() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Holding.class.getName(),
                Snapshots.NATIVE_OF_ROCKSDB.path().toString(),
                directory.toString())
            .start();
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("made");
      assertThat(directory).isNotEmptyDirectory();

      process.destroy();

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(directory).isEmptyDirectory();
    } finally {
      process.destroyForcibly();
    }
  }

  /** A program that is ended while it holds copies. */
  static final class Holding {
    private Holding() {}

    public static void main(String[] arguments) throws IOException {
      LocalDirectories directories = new LocalDirectories(List.of(), Path.of(arguments[1]));
      try (TemporaryDirectory copies =
          SnapshotFiles.at(arguments[0], directories).createDirectory()) {
        Files.createFile(copies.path().resolve("CURRENT"));
        System.out.println("made");
        System.in.read();
      }
    }
  }
}
