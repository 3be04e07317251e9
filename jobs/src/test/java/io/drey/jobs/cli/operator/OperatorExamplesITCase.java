// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pages.TestingCheckout;
import io.drey.jobs.pages.TestingSession;
import io.drey.jobs.pipeline.StepKinds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples in the help of each operator, typed as they are. */
@Timeout(120)
class OperatorExamplesITCase {
  private static final String USER_CLASS =
      """
      $ javac -cp 'dist/lib/*' -d out/classes examples/unique-ips/UniqueIps.java
      $ jar --create --file out/unique-ips.jar -C out/classes .
      """;

  static Set<String> operators() {
    return StepKinds.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("operators")
  void run(String operator, @TempDir Path folder) throws IOException {
    TestingSession session =
        new TestingSession(TestingCheckout.in(folder), (program, terminal) -> {});
    session.replay(USER_CLASS);

    assertThat(OperatorHelp.examples(operator)).hasSize(3);
    for (String example : OperatorHelp.examples(operator)) {
      String command = "$ bin/" + example + "\n";
      String shown = session.replay(command + "$ echo $?\n");

      assertThat(shown).startsWith(command).endsWith("$ echo $?\n0\n");
      assertThat(shown.lines().filter(line -> !line.startsWith("Warning: ")))
          .as("the command, an event, the question for the exit code, and that")
          .hasSizeGreaterThan(3);
    }
  }
}
