// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A run of {@code drey submit}. */
final class Submission {
  private static final long PATIENCE_SECONDS = 180;

  private Submission() {}

  /** Submits a pipeline and returns the id of the job. */
  static String of(Path flinkHome, Path pipeline) throws Exception {
    File out = flinkHome.resolve("log/submit.out").toFile();
    File err = flinkHome.resolve("log/submit.err").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(
                JavaProcess.JAVA,
                "-XX:TieredStopAtLevel=1",
                "-Ddrey.job.jar=" + System.getProperty("drey.job.jar"),
                "-cp",
                System.getProperty("java.class.path"),
                "io.drey.state.cli.Main",
                "submit",
                "-d",
                pipeline.toString())
            .redirectOutput(out)
            .redirectError(err);
    builder.environment().put("FLINK_HOME", flinkHome.toString());
    Process process = builder.start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          "Failed to submit the pipeline (exit " + process.exitValue() + "), see " + err);
    }
    return new ObjectMapper().readTree(Files.readString(out.toPath())).path("job").asText();
  }
}
