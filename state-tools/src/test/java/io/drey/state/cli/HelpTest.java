// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The help of every command, which is read in a terminal of any width. */
class HelpTest {
  private static final Pattern COMMANDS = Pattern.compile("(?ms)^Commands:\\n(.*)");
  private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]\\S*) ");
  private static final int COLUMNS = 80;

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void fitsIntoATerminal(String command) {
    assertThat(help(command).lines()).isNotEmpty().allMatch(line -> line.length() <= COLUMNS);
  }

  static Stream<String> commands() {
    List<String> all = new ArrayList<>(List.of("drey"));
    for (int i = 0; i < all.size(); i++) {
      String command = all.get(i);
      below(command).map(name -> command + " " + name).forEach(all::add);
    }
    assertThat(all).contains("drey run", "drey filter", "drey submit", "drey state ls");
    return all.stream();
  }

  private static Stream<String> below(String command) {
    Matcher listed = COMMANDS.matcher(help(command));
    return listed.find()
        ? COMMAND.matcher(listed.group(1)).results().map((MatchResult name) -> name.group(1))
        : Stream.of();
  }

  private static String help(String command) {
    TestingDrey drey = new TestingDrey();
    int exit = drey.run((command + " --help").substring("drey ".length()).split(" ", -1));
    assertThat(exit).isZero();
    return drey.out();
  }
}
