// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.plan.Plan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Tells on standard error, before a job starts, why it would not start from a savepoint. */
record RestorePrint(Terminal terminal) {
  int print(Path file, Supplier<Plan> made) {
    StringWriter rows = new StringWriter();
    StringWriter messages = new StringWriter();
    Terminal aside = new Terminal(new PrintWriter(rows), new PrintWriter(messages), false, false);
    int code = new PlanReport(aside, PlanFormat.TABLE, false).print(file.toString(), made);
    if (code != ExitCode.OK) {
      rows.toString().lines().forEach(terminal.err()::println);
      messages.toString().lines().forEach(terminal.err()::println);
    }
    return code;
  }
}
