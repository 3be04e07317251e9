// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What a process has ended with.
 *
 * @param out the lines it printed
 * @param err the lines it printed as errors
 */
public record EndedProcess(int exit, List<String> out, List<String> err) {
  /**
   * A value of the row that a command of Drey has printed.
   *
   * @throws IOException if it failed
   */
  public String printed(String column) throws IOException {
    if (exit != 0 || out.isEmpty()) {
      throw new IOException("Failed: " + this);
    }
    return new ObjectMapper().readTree(out.get(0)).path(column).asText();
  }

  /** Runs {@code drey} in a process of its own, as the launcher would. */
  static EndedProcess drey(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                JavaProcess.JAVA,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Ddrey.job.jar=" + System.getProperty("drey.job.jar"),
                "-cp",
                classPath(),
                "io.drey.state.cli.Main"));
    command.addAll(List.of(arguments));
    return run(environment, command);
  }

  /** That of this JVM without the job jar, whose classes are not those of the program. */
  static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("drey-job.jar") && !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Runs a command to its end; after some minutes it is killed. */
  public static EndedProcess run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("process", ".out");
    Path err = Files.createTempFile("process", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
      }
      return new EndedProcess(
          process.exitValue(), Files.readAllLines(out, UTF_8), Files.readAllLines(err, UTF_8));
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }
}
