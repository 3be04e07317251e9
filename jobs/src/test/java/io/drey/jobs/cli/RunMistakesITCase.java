// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.text.TextFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every mistake that shows only in a run has a pipeline and its input, with what a user sees in the
 * {@code .expected} beside: of a run, and of a quiet one.
 */
@Timeout(200)
class RunMistakesITCase {
  private static final Path FOLDER =
      Path.of(System.getProperty("drey.root"), "jobs/src/test/resources/mistakes");

  @ParameterizedTest
  @MethodSource("files")
  void tellsExactlyWhatIsExpected(String file) throws IOException {
    Path expected = FOLDER.resolve(file.replace(".yaml", ".expected"));
    String said = said(file);
    if (Boolean.getBoolean("drey.write")) {
      Files.writeString(expected, said);
    }

    assertThat(said).isEqualTo(Files.readString(expected));
    assertThat(said).startsWith("$ drey run\n" + run(file, "--cluster"));
  }

  private static String said(String file) {
    return "$ drey run\n" + run(file) + "$ drey run -q\n" + run(file, "-q");
  }

  private static String run(String file, String... options) {
    List<String> arguments =
        Stream.concat(
                Stream.of("run", FOLDER.resolve(file).toString(), "--set", "IN=" + FOLDER),
                Stream.of(options))
            .toList();

    TestingDrey.Ended ended = TestingTerminal.run(arguments.toArray(String[]::new));

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).isEmpty();
    return timeless(ended.err()).replace(FOLDER + "/", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          late-events   # 2 late in in, 2 sorted.late
          dead-letters  # 1 in.malformed, 1 once.invalid
          some-invalid  # 1 once.invalid
          wrong-key     # 6 once.invalid
          """)
  void failsIfStrict(String name, String lost) {
    TestingDrey.Ended ended =
        TestingTerminal.run(
            "run", FOLDER.resolve(name + ".yaml").toString(), "--set", "IN=" + FOLDER, "--strict");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.lastError())
        .isEqualTo("drey: Failed to run " + name + " with --strict: " + lost);
  }

  @Test
  void succeedsIfStrictWhereNothingIsLost() {
    String file = FOLDER.resolve("nothing-matched.yaml").toString();

    TestingDrey.Ended ended =
        TestingTerminal.run("run", file, "--set", "IN=" + FOLDER, "--strict", "-q");

    assertThat(ended).isEqualTo(new TestingDrey.Ended(0, "", ""));
  }

  @Test
  void wrapsNothingInATerminalOfEightyColumns() throws IOException {
    for (String file : files()) {
      String path = FOLDER.resolve(file).toString();

      TestingDrey.Ended ended =
          new TestingTerminal(80).execute("run", path, "--set", "IN=" + FOLDER);

      assertThat(ended.err().lines()).allMatch(line -> TextFit.width(line) <= 80, "fits");
      String words = ended.err().replaceAll("\\s+", " ");
      assertThat(words).contains("events in", "sink out: ");
    }
  }

  /** Without what differs from run to run: the seconds, the rate, the bytes of state. */
  private static String timeless(String said) {
    return said.replaceAll("in [0-9.]+ s \\([0-9,]+ events/s\\)", "in # s (# events/s)")
        .replaceAll("about [0-9.,]+ [KMG]iB", "about # KiB");
  }

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }
}
