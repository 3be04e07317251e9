// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How many events of the same user came before, in Miller's language. */
final class CountInMiller {
  private static final String SCRIPT = "@seen[$user] += 1; $seen = @seen[$user]";

  private CountInMiller() {}

  public static void main(String[] args) throws Exception {
    Trial trial = Trial.of(args);
    Files.createDirectories(trial.output());
    long start = System.nanoTime();
    run(List.of("mlr", "--ijsonl", "--ojsonl", "put", SCRIPT, trial.input().toString()), trial);
    JobClock.write(System.nanoTime() - start);
  }

  private static void run(List<String> command, Trial trial)
      throws IOException, InterruptedException {
    Path output = trial.output().resolve("counted.jsonl");
    ProcessBuilder miller =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(output.toFile());
    int status = miller.start().waitFor();
    if (status != 0) {
      throw new IOException("Failed to run " + command + ": exit " + status);
    }
  }
}
