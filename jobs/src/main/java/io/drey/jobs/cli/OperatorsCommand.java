// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.UsageException;
import io.drey.jobs.cli.operator.OperatorHelp;
import io.drey.jobs.cli.output.RowFormat;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.option.OptionRow;
import io.drey.jobs.option.OptionTable;
import io.drey.jobs.pipeline.StepKinds;
import java.util.ArrayList;
import java.util.List;

/** Lists the operators and their options. */
final class OperatorsCommand implements Command {
  private static final List<String> COLUMNS =
      List.of("operator", "key", "type", "default", "what it does");

  private final Terminal terminal;

  private final Options options = new Options("Lists the operators and their options.");
  private final FormatOption format = new FormatOption(options);
  private final OptionalValue<String> name =
      options.optionalParameter("NAME", String.class, "show this operator only");

  OperatorsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    String wanted = name.get();
    if (wanted != null && !StepKinds.all().containsKey(wanted)) {
      throw new UsageException(
          "Unknown operator: '"
              + wanted
              + "' (known: "
              + String.join(", ", StepKinds.all().keySet())
              + ")");
    }
    List<List<String>> rows = new ArrayList<>();
    StepKinds.all()
        .forEach(
            (operator, keys) -> {
              if (wanted == null || wanted.equals(operator)) {
                OptionTable.of(keys).forEach(row -> rows.add(cells(operator, row)));
              }
            });
    RowFormat rowFormat = format.on(terminal);
    rowFormat.lines(COLUMNS, rows, terminal).forEach(terminal.out()::println);
    if (wanted != null && rowFormat == RowFormat.TABLE) {
      terminal.out().println("\nAs a command (--print-pipeline shows it as a pipeline file):");
      OperatorHelp.examples(wanted).forEach(example -> terminal.out().println("  " + example));
    }
    return ExitCode.OK;
  }

  private static List<String> cells(String operator, OptionRow row) {
    return List.of(operator, row.key(), row.type(), row.byDefault(), row.doc());
  }
}
