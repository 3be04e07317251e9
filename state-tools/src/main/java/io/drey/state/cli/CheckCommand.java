// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.RowFormat;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.cli.option.JarOption;
import io.drey.state.cli.option.ReadingLine;
import io.drey.state.cli.option.SavepointArguments;
import io.drey.state.cli.option.SavepointArguments.Findings;
import io.drey.state.cli.option.TemporaryOption;
import io.drey.state.inspect.Finding;
import io.drey.state.inspect.SavepointCheck;
import io.drey.state.json.JsonMembers;
import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads all of a savepoint and reports what is wrong with it. */
final class CheckCommand implements Command {
  private static final List<String> COLUMNS =
      List.of("severity", "operator", "state", "finding", "advice");

  private final Terminal terminal;
  private final Options options =
      new Options(
          "Reads a savepoint to its end and reports damage and what may cause trouble later.");
  private final Value<String> savepoint =
      options.parameter("SAVEPOINT", String.class, SavepointArguments.SAVEPOINT);

  private final SavepointArguments arguments =
      new SavepointArguments(options, TemporaryOption.ofCopies(options));

  private final JarOption jars = new JarOption(options);
  private final FormatOption format = new FormatOption(options);

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    return jars.report(arguments, terminal, this::check);
  }

  private Findings check() {
    SavepointCheck check = check(arguments.open(savepoint));
    List<Finding> findings = check.findings();
    terminal.out().print(text(findings, format.on(terminal), terminal));
    terminal.out().flush();
    terminal.err().println("read " + check.summary());
    long odd = findings.stream().filter(finding -> !finding.isDamage()).count();
    return new Findings(
        check.isReadWhole()
            ? List.of()
            : List.of("Cannot read all of " + savepoint.get() + ": see above"),
        odd == 0 ? List.of() : List.of("Findings that may cause trouble later: " + odd),
        false);
  }

  private SavepointCheck check(SnapshotFiles files) {
    List<OperatorSnapshot> operators = files.metadata().operators();
    try (ReadingLine line = ReadingLine.of(terminal, files, operators)) {
      return SavepointCheck.of(files);
    }
  }

  private static String text(List<Finding> findings, RowFormat format, Terminal terminal) {
    List<String> lines =
        switch (format) {
          case JSONL -> findings.stream().map(CheckCommand::object).toList();
          case JSON -> List.of("[" + objects(findings) + "]");
          default ->
              format.lines(COLUMNS, findings.stream().map(CheckCommand::cells).toList(), terminal);
        };
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static String objects(List<Finding> findings) {
    return findings.stream().map(CheckCommand::object).collect(Collectors.joining(",\n "));
  }

  private static String object(Finding finding) {
    JsonWriter json = new JsonWriter();
    JsonMembers members = new JsonMembers(json);
    json.beginObject();
    members.text("severity", finding.severity().toString());
    members.text("operator", finding.operator());
    members.text("state", finding.state());
    members.text("finding", finding.finding());
    members.text("advice", finding.advice());
    json.endObject();
    return json.toString();
  }

  private static List<String> cells(Finding finding) {
    return List.of(
        finding.severity().toString(),
        cell(finding.operator()),
        cell(finding.state()),
        finding.finding(),
        finding.advice());
  }

  private static String cell(@Nullable String text) {
    return text == null ? "" : text;
  }
}
