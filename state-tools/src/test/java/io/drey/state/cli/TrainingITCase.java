// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingITCase {
  private static final Path PIPELINES =
      Path.of(System.getProperty("drey.root"), "conf", "pipelines");

  @Test
  void everyCommandEndsAsItShould(@TempDir Path directory) throws IOException {
    assertThat(Training.run(PIPELINES, directory)).isEmpty();
  }

  @Test
  void runsEveryOperator() throws IOException {
    TestingDrey drey = new TestingDrey();
    drey.run("operators", "-o", "csv");

    String pipeline = pipeline();
    assertThat(drey.lines().stream().skip(1).map(line -> line.split(",", 2)[0]).distinct())
        .filteredOn(operator -> !pipeline.contains(" " + operator + ":"))
        .describedAs("all but the one that takes a class of the user's")
        .containsExactly("stateful");
  }

  private static String pipeline() throws IOException {
    try (InputStream pipeline = Training.class.getResourceAsStream("training.yaml")) {
      return new String(Objects.requireNonNull(pipeline).readAllBytes(), UTF_8);
    }
  }
}
