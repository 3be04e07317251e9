// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.cli.command.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatternsCommandTest {
  private final InputStream before = System.in;

  @AfterEach
  void restoreInput() {
    System.setIn(before);
  }

  @Test
  void testsAPatternOnTheLinesOfTheInput() {
    TestingDrey.Ended ended = run("a 1\n\nb\n2 c\n", "^(?P<word>\\w+) (?P<n>\\w+)$");

    assertThat(ended.out()).isEqualTo("{\"word\":\"a\",\"n\":1}\n{\"word\":2,\"n\":\"c\"}\n");
    assertThat(ended.err())
        .isEqualTo("stdin:3: Does not match the pattern: b\n2 matched, 1 did not\n");
    assertThat(ended.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run("a 1", "^(?P<word>\\w+)").exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void showsThePatternWithoutInput() {
    assertThat(run("", "klog").out()).startsWith("^(?P<level>[IWEF])(?P<time>");
  }

  @Test
  void refusesWhatIsNoPattern() {
    assertThat(run("", "apache").err())
        .startsWith("drey: Unknown pattern 'apache' (")
        .endsWith("(see drey patterns --help)\n");
    assertThat(run("", "(\\d+)").exit()).isEqualTo(ExitCode.USAGE);
  }

  private static TestingDrey.Ended run(String input, String pattern) {
    System.setIn(new ByteArrayInputStream(input.getBytes(UTF_8)));
    return TestingTerminal.run("patterns", pattern);
  }
}
