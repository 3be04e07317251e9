// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.job.process.EndedProcess;
import io.drey.job.process.FlinkProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job jar may be in Flink's folder {@code lib}, among jars of other versions. */
@Tag(FlinkProcesses.TAG)
class InstalledJarITCase {
  private static final Path JAR = Path.of(System.getProperty("drey.job.jar"));

  private final Path directory;
  private final Orders orders;

  InstalledJarITCase(@TempDir Path directory) {
    this.directory = directory;
    this.orders = new Orders(directory);
  }

  @Test
  void runsFromLib() throws Exception {
    orders.append(0, 1_000);
    try (FlinkProcesses cluster = FlinkProcesses.start("installed", List.of(JAR))) {
      run(cluster.drey("run", "-q", orders.pipeline("here", false).toString()));
      List<String> expected = orders.written("here", "orders");

      String named = orders.pipeline("named", false).toString();
      run(cluster.flink("run", "-p", "2", jarThatNamesMain().toString(), named));
      assertThat(orders.written("named", "orders")).isNotEmpty().isEqualTo(expected);

      for (String order : List.of("child-first", "parent-first")) {
        String file = orders.pipeline(order, false).toString();
        run(cluster.drey("submit", file, "-p", "2", "-Dclassloader.resolve-order=" + order));
        assertThat(orders.written(order, "orders")).isEqualTo(expected);
      }
    }
  }

  private static void run(EndedProcess ended) {
    assertThat(ended.exit()).as(ended::toString).isZero();
  }

  /** Flink's client takes a jar, in which nothing has to be but the name of the main class. */
  private Path jarThatNamesMain() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "io.drey.jobs.cli.job.JobMain");
    Path jar = directory.resolve("main.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.flush();
    }
    return jar;
  }
}
