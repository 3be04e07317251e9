// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LockFileTest {
  private final Path file;

  LockFileTest(@TempDir Path dir) {
    file = dir.resolve("lock");
  }

  @Test
  void holdsAFileOnce() throws Exception {
    try (LockFile lock = LockFile.hold(file).orElseThrow()) {
      assertThat(lock).isNotNull();
      assertThat(LockFile.hold(file)).isEmpty();
      assertThat(LockFile.hold(file.resolveSibling("x/../lock"))).isEmpty();
    }
    assertThat(file).doesNotExist();
    LockFile.hold(file).orElseThrow().close();
  }

  /** Whatever its process id: the file alone says nothing. */
  @Test
  void holdsAFileThatItsProcessLeftBehind() throws Exception {
    Files.writeString(file, "");

    LockFile.hold(file).orElseThrow().close();

    assertThat(file).doesNotExist();
  }

  @Test
  void findsAFileHeldThatAnotherProcessHolds() throws Exception {
    Process other = holder();
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(said.readLine()).isEqualTo("held");
      assertThat(LockFile.hold(file)).isEmpty();

      other.destroyForcibly().waitFor();

      assertThat(file).exists();
      LockFile.hold(file).orElseThrow().close();
      assertThat(file).doesNotExist();
    } finally {
      other.destroyForcibly();
    }
  }

  private Process holder() throws IOException {
    return new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Holds a file until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      LockFile lock = LockFile.hold(Path.of(arguments[0])).orElseThrow();
      System.out.println("held");
      System.in.read();
      lock.close();
    }
  }
}
