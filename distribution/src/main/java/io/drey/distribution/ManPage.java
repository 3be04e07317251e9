// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command, from the model that its {@code --help} is printed from. */
final class ManPage {
  private final CommandLine line;
  private final CommandSpec command;
  private final Help help;
  private final Roff page = new Roff();

  private ManPage(CommandLine line) {
    this.line = line;
    this.command = line.getCommandSpec();
    this.help = new Help(command, Help.defaultColorScheme(Ansi.OFF));
  }

  /**
   * Returns the page in roff.
   *
   * @param version the program's
   * @param date that of the release, as the page shows it
   * @param more sections that the model does not have, in roff
   */
  static String of(CommandLine line, String version, String date, String more) {
    return new ManPage(line).write(version, date, more);
  }

  /** Returns the name of the page: {@code drey-state-ls}. */
  static String name(CommandLine line) {
    return line.getCommandSpec().qualifiedName("-");
  }

  private String write(String version, String date, String more) {
    page.line(
        ".TH \"%s\" 1 \"%s\" \"Drey %s\" \"Drey Manual\""
            .formatted(Roff.escaped(name(line).toUpperCase(Locale.ROOT)), date, version));
    String description = rendered(command.usageMessage().description());
    page.section("NAME")
        .line(Roff.escaped(name(line)) + " \\- " + Roff.escaped(firstSentence(description)));
    page.section("SYNOPSIS").paragraph(help.synopsis(0).replaceAll("\\s+", " ").strip());
    page.section("DESCRIPTION").paragraph(description);
    arguments();
    commands();
    examples();
    page.line(more.stripTrailing());
    seeAlso();
    return page.toString();
  }

  private void arguments() {
    List<ArgSpec> plain = new ArrayList<>(command.positionalParameters());
    plain.addAll(command.options());
    plain.removeIf(argument -> argument.hidden() || argument.group() != null);
    section("OPTIONS", plain);
    for (ArgGroupSpec group : command.argGroups()) {
      String heading = rendered(String.valueOf(group.heading())).strip();
      section(heading.replaceAll(":$", "").toUpperCase(Locale.ROOT), inGroup(group));
    }
  }

  private static List<ArgSpec> inGroup(ArgGroupSpec group) {
    return group.args().stream().filter(argument -> !argument.hidden()).toList();
  }

  private void section(String heading, List<ArgSpec> arguments) {
    if (!arguments.isEmpty()) {
      page.section(heading);
      arguments.forEach(argument -> page.entry(term(argument), rendered(argument.description())));
    }
  }

  private String term(ArgSpec argument) {
    String label =
        help.createDefaultParamLabelRenderer()
            .renderParameterLabel(argument, Ansi.OFF, List.of())
            .toString();
    if (argument instanceof PositionalParamSpec) {
      return Roff.italic(label);
    }
    return Arrays.stream(((OptionSpec) argument).names())
            .map(Roff::bold)
            .collect(Collectors.joining(", "))
        + (label.isEmpty() ? "" : Roff.italic(label));
  }

  private void commands() {
    if (!line.getSubcommands().isEmpty()) {
      page.section("COMMANDS");
      line.getSubcommands()
          .values()
          .forEach(
              child ->
                  page.entry(
                      reference(child),
                      rendered(child.getCommandSpec().usageMessage().description())));
    }
  }

  /** The footer of a help is its examples. */
  private void examples() {
    String footer = rendered(command.usageMessage().footer()).strip();
    if (!footer.isEmpty()) {
      page.section("EXAMPLES").verbatim(footer.replaceFirst("^Examples:\n", "").stripIndent());
    }
  }

  private void seeAlso() {
    CommandLine parent = line.getParent();
    if (parent != null) {
      page.section("SEE ALSO").line(reference(parent));
    }
  }

  private static String reference(CommandLine command) {
    return Roff.bold(name(command)) + "(1)";
  }

  private static String firstSentence(String description) {
    return description.replaceFirst("(?s)\\. .*|\\.$", "");
  }

  private static String rendered(String... lines) {
    return Arrays.stream(lines)
        .map(text -> Ansi.OFF.string(text.formatted()))
        .collect(Collectors.joining("\n"));
  }
}
