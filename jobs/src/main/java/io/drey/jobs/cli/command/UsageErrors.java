// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.command;

import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.yaml.Unknown;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports wrong arguments, and the help that describes them. */
public final class UsageErrors implements IParameterExceptionHandler {
  private static final Pattern OPTION = Pattern.compile("(?:^| )--?([^ =]+)");

  private final Terminal terminal;

  public UsageErrors(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    return failure instanceof UnmatchedArgumentException unmatched
        ? report(terminal, mistake(unmatched), suggestion(unmatched), command)
        : report(terminal, String.valueOf(failure.getMessage()), "", command);
  }

  /** The argument that is unknown, without those behind it, which may be all right. */
  private static String mistake(UnmatchedArgumentException unmatched) {
    if (isCommand(unmatched)) {
      return "Unknown command: '" + unmatched.getUnmatched().get(0) + "'";
    }
    return unmatched.getUnmatched().stream()
        .filter(argument -> argument.startsWith("-"))
        .findFirst()
        .map(option -> "Unknown option: '" + option.split("=", 2)[0] + "'")
        .orElse(String.valueOf(unmatched.getMessage()));
  }

  private static boolean isCommand(UnmatchedArgumentException unmatched) {
    return !unmatched.getCommandLine().getSubcommands().isEmpty()
        && !unmatched.getUnmatched().get(0).startsWith("-");
  }

  /** Reports a mistake that only the command can tell, and returns the exit code. */
  public static int report(Terminal terminal, String mistake, CommandLine command) {
    return report(terminal, mistake, "", command);
  }

  private static int report(
      Terminal terminal, String mistake, String suggestion, CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    terminal.error(mistake + " (" + suggestion + "see " + name + " --help)");
    return ExitCode.USAGE;
  }

  private static String suggestion(UnmatchedArgumentException unmatched) {
    if (isCommand(unmatched)) {
      Set<String> known = unmatched.getCommandLine().getSubcommands().keySet();
      String nearest = Unknown.nearest(unmatched.getUnmatched().get(0), known);
      String hint = nearest == null ? "" : "did you mean '" + nearest + "'? ";
      return hint + "known: " + String.join(", ", known) + "; ";
    }
    String nearest = nearestOption(unmatched);
    return nearest == null ? "" : "did you mean '--" + nearest + "'? ";
  }

  /** The option that an unknown one is probably meant to be, without dashes; null if none is. */
  private static @Nullable String nearestOption(UnmatchedArgumentException unmatched) {
    Matcher unknown = OPTION.matcher(String.join(" ", unmatched.getUnmatched()));
    List<String> known =
        unmatched.getCommandLine().getCommandSpec().optionsMap().keySet().stream()
            .filter(name -> name.startsWith("--"))
            .map(name -> name.substring("--".length()))
            .toList();
    return unknown.find() ? Unknown.nearest(unknown.group(1), known) : null;
  }
}
