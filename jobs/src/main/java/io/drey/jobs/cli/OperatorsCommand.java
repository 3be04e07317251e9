// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.option.OptionRow;
import io.drey.jobs.option.OptionTable;
import io.drey.jobs.pipeline.StepKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the operators and their options. */
@Command(description = "Lists the operators and their options.", mixinStandardHelpOptions = true)
final class OperatorsCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of("operator", "key", "type", "default", "what it does");

  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Mixin private final FormatOption format = new FormatOption();

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "show this operator only")
  private @Nullable String name;

  OperatorsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (name != null && !StepKinds.all().containsKey(name)) {
      throw Usage.error(
          spec,
          "Unknown operator: '"
              + name
              + "' (known: "
              + String.join(", ", StepKinds.all().keySet())
              + ")");
    }
    List<List<String>> rows = new ArrayList<>();
    StepKinds.all()
        .forEach(
            (operator, options) -> {
              if (name == null || name.equals(operator)) {
                OptionTable.of(options).forEach(row -> rows.add(cells(operator, row)));
              }
            });
    format.on(terminal).lines(COLUMNS, rows).forEach(terminal.out()::println);
    return ExitCode.OK;
  }

  private static List<String> cells(String operator, OptionRow row) {
    return List.of(operator, row.key(), row.type(), row.byDefault(), row.doc());
  }
}
