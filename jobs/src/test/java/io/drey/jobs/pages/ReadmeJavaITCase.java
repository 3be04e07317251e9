// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.function.TestingJar;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The Java of {@code README.md} is part of an example that compiles and runs. */
@Timeout(120)
class ReadmeJavaITCase {
  private static final Path EXAMPLE =
      MarkdownPage.ROOT.resolve("examples/first-requests/FirstRequests.java");
  private static final String CLASS_PATH = System.getProperty("java.class.path");
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>drey</artifactId>\\s+(<version>.*?</version>)");

  @Test
  void isPartOfTheExample() throws IOException {
    String example = Files.readString(EXAMPLE);

    assertThat(MarkdownPage.read("README.md").blocks("java"))
        .singleElement()
        .satisfies(block -> assertThat(example).contains(block.indent(4)));
  }

  @Test
  void exampleRuns(@TempDir Path folder) throws IOException, InterruptedException {
    TestingJar.run("javac", "-cp", CLASS_PATH, "-d", folder.toString(), EXAMPLE.toString());

    String classPath = CLASS_PATH + File.pathSeparator + folder;
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                "com.acme.FirstRequests")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(printed.lines())
        .containsExactlyInAnyOrder(
            "Request[id=r-101, user=alice, time=2024-01-15T10:00:00.120Z]",
            "Request[id=r-102, user=bob, time=2024-01-15T10:00:00.480Z]",
            "retry> Request[id=r-102, user=bob, time=2024-01-15T10:00:01.480Z]",
            "Request[id=r-102, user=bob, time=2024-01-15T10:10:00.480Z]");
  }

  @Test
  void dependencyIsTheModuleOfThisVersion() throws IOException {
    Matcher version = VERSION.matcher(Files.readString(MarkdownPage.ROOT.resolve("pom.xml")));
    assertThat(version.find()).isTrue();

    assertThat(MarkdownPage.read("README.md").blocks("xml"))
        .singleElement()
        .asString()
        .contains("<artifactId>drey-operators</artifactId>", version.group(1));
  }
}
