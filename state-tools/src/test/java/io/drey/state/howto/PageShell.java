// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.howto;

import static java.util.stream.Collectors.joining;

import io.drey.jobs.pages.TestingCheckout;
import io.drey.jobs.pages.TestingSession;
import io.drey.state.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Types the sessions of a how-to page: {@code flink} in processes of Flink, some commands of a
 * shell, and all others as a {@link TestingSession} does.
 */
final class PageShell {
  private static final Pattern STEP =
      Pattern.compile("^\\$ (.*)\\n((?:(?!\\$ ).*\\n)*)", Pattern.MULTILINE);
  private static final Pattern DOCUMENT = Pattern.compile("cat > (\\S+) <<'EOF'");
  private static final Pattern FLINK = Pattern.compile("(flink\\S*) (.*)");
  private static final Pattern FIRST = Pattern.compile("(flink.*) 2>&1 \\| grep -om1 '([^']*)'");
  private static final Pattern RESULTS = Pattern.compile("\\S+ (-n \\d+ )?out/\\S+\\.txt");

  private final TestingCheckout checkout;
  private final TestingSession session;
  private final Flinks flinks;
  private final KnownIds ids = new KnownIds();

  PageShell(TestingCheckout checkout, Flinks flinks) {
    this.checkout = checkout;
    this.session = new TestingSession(checkout, Main.COMMANDS);
    this.flinks = flinks;
  }

  /** The session with what its commands print now. */
  String replay(String block) {
    return STEP.matcher(block)
        .results()
        .map(step -> "$ " + step.group(1) + "\n" + output(step.group(1), step.group(2)))
        .collect(joining());
  }

  private String output(String command, String expected) {
    try {
      Matcher document = DOCUMENT.matcher(command);
      if (document.matches()) {
        Files.writeString(checkout.file(document.group(1)), expected.replaceFirst("EOF\n$", ""));
        return expected;
      }
      String printed = checkout.relative(printed(ids.now(command), ids.now(expected)));
      if (FLINK.matcher(command).matches()) {
        ids.learn(expected, printed);
      }
      return command.startsWith("bin/drey ") && comparable(printed).equals(comparable(expected))
          ? expected
          : ids.page(printed);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(command, e);
    }
  }

  /** HashMap writes states in the order of a hash table; a source keeps the paths of its files. */
  private static List<String> comparable(String output) {
    return output.replaceAll(" [0-9,]+ bytes\n", " bytes\n").lines().sorted().toList();
  }

  private String printed(String command, String expected) throws IOException, InterruptedException {
    Matcher first = FIRST.matcher(command);
    if (first.matches()) {
      return firstMatch(flink(first.group(1)), Pattern.compile(first.group(2)));
    }
    if (FLINK.matcher(command).matches()) {
      return lines(flink(command));
    }
    if (RESULTS.matcher(command).matches()) {
      return JobResults.of(words(command)).await(expected);
    }
    List<String> words = words(command);
    return switch (words.get(0)) {
      case "mkdir" -> FileCommands.mkdir(words);
      case "cp" -> FileCommands.cp(words);
      case "grep" -> FileCommands.grep(words);
      case "javac" -> JobClasses.compile(words);
      default -> session.replay("$ " + command + "\n").replaceFirst(".*\n", "");
    };
  }

  private Stream<String> flink(String command) throws IOException, InterruptedException {
    Matcher flink = FLINK.matcher(command);
    if (!flink.matches()) {
      throw new IllegalArgumentException(command);
    }
    return flinks.of(flink.group(1)).run(words(flink.group(2))).stream();
  }

  private static String firstMatch(Stream<String> lines, Pattern pattern) {
    return lines(
        lines.flatMap(line -> pattern.matcher(line).results()).map(MatchResult::group).limit(1));
  }

  /** The words of a command, none of which has a blank; paths are those of the checkout. */
  private List<String> words(String command) {
    return Arrays.stream(command.replace("'", "").split(" "))
        .map(word -> Arrays.stream(word.split(":")).map(this::path).collect(joining(":")))
        .toList();
  }

  private String path(String word) {
    return word.contains("/") && !word.startsWith("flink") ? checkout.file(word).toString() : word;
  }

  static String lines(Stream<String> lines) {
    return lines.map(line -> line + "\n").collect(joining());
  }
}
