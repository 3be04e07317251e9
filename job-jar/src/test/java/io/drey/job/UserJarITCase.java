// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.job.process.EndedProcess;
import io.drey.job.process.FlinkProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster runs the functions of a user's jar beside the job jar. */
@Tag(FlinkProcesses.TAG)
class UserJarITCase {
  private static final Path ROOT = Path.of(System.getProperty("drey.root"));
  private static final Path EXAMPLE = ROOT.resolve("examples/unique-ips");

  private final Path directory;

  UserJarITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void runsWhatAJarBrings() throws Exception {
    FlinkProcesses cluster = FlinkProcesses.shared();
    String jar = jar().toString();

    EndedProcess run = cluster.drey("run", "-q", "--jar", jar, pipeline("here").toString());
    EndedProcess submitted = cluster.drey("submit", "--jar", jar, pipeline("there").toString());

    assertThat(run.exit()).as(run::toString).isZero();
    assertThat(submitted.exit()).as(submitted::toString).isZero();
    assertThat(Files.readAllLines(directory.resolve("there.jsonl")))
        .isNotEmpty()
        .isEqualTo(Files.readAllLines(directory.resolve("here.jsonl")));
  }

  private Path pipeline(String output) throws IOException {
    String text =
        Files.readString(EXAMPLE.resolve("unique-ips.yaml"))
            .replace("conf/samples", ROOT.resolve("conf/samples").toString())
            .replace("{type: stdout}", "{type: discard}")
            .replace("out/suspicious.jsonl", directory.resolve(output + ".jsonl").toString());
    return Files.writeString(directory.resolve(output + ".yaml"), text);
  }

  private Path jar() throws IOException {
    Path classes = Files.createDirectory(directory.resolve("classes"));
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                EXAMPLE.resolve("UniqueIps.java").toString());
    assertThat(code).isZero();
    Path jar = directory.resolve("unique-ips.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        out.write(Files.readAllBytes(file));
        out.closeEntry();
      }
    }
    return jar;
  }
}
