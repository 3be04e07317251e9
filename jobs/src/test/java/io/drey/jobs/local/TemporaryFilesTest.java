// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.path.LockFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFilesTest {
  private static final String TMPDIR = "java.io.tmpdir";

  private final String before = System.getProperty(TMPDIR);
  private final Path dir;

  TemporaryFilesTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @BeforeEach
  void redirect() {
    System.setProperty(TMPDIR, dir.toString());
  }

  @AfterEach
  void giveBack() {
    System.setProperty(TMPDIR, before);
  }

  @Test
  void leavesNothingBehind() throws Exception {
    try (TemporaryFiles files = TemporaryFiles.claim()) {
      Files.createFile(files.directory().resolve("x"));
      assertThat(System.getProperty(TMPDIR)).isEqualTo(files.directory().toString());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.directory())))
          .isEqualTo("rwx------");
    }

    assertThat(System.getProperty(TMPDIR)).isEqualTo(dir.toString());
    assertThat(dir).isEmptyDirectory();
  }

  /** Its process id says nothing: in another container, it has another one, or that of this run. */
  @Test
  void deletesWhatNobodyHolds() throws Exception {
    long pid = ProcessHandle.current().pid();
    for (String name : new String[] {"drey-run-" + pid, "drey-run-dead"}) {
      Files.createDirectory(dir.resolve(name));
      Files.createFile(dir.resolve(name).resolve("x"));
      Files.createFile(dir.resolve(name + ".lock"));
    }
    Files.createDirectory(dir.resolve("drey-mine"));
    Files.createDirectories(dir.resolve("drey-run-late/flink-web-upload"));
    try (LockFile alive = LockFile.hold(dir.resolve("drey-run-" + pid + ".lock")).orElseThrow();
        TemporaryFiles files = TemporaryFiles.claim()) {
      assertThat(alive).isNotNull();
      assertThat(files.directory()).exists();
      assertThat(dir.resolve("drey-run-" + pid).resolve("x")).exists();
      assertThat(dir.resolve("drey-run-dead")).doesNotExist();
      assertThat(dir.resolve("drey-run-dead.lock")).doesNotExist();
      assertThat(dir.resolve("drey-run-late")).doesNotExist();
      assertThat(dir.resolve("drey-mine")).exists();
    }
  }
}
