// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.Program;
import io.drey.jobs.cli.cluster.ClusterCommands;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.cli.option.AcceptedOption;
import java.util.function.BiConsumer;

/** The program: the commands of {@code jobs} and {@code drey state}. */
public final class Main {
  /** Adds the commands that {@code jobs} does not have. */
  public static final BiConsumer<Program, Terminal> COMMANDS = Main::addTo;

  private Main() {}

  private static void addTo(Program program, Terminal terminal) {
    ClusterCommands.addTo(
        program,
        terminal,
        System::getenv,
        options -> new SubmitPlan(terminal, new AcceptedOption(options)));
    program.addCommand("state", () -> new StateCommand(terminal));
    program.addRunCheck(savepoint -> new RunCheck(terminal, savepoint));
    program.addCheck((validate, strict) -> new AgainstOption(validate, strict, terminal));
  }

  public static void main(String[] arguments) {
    io.drey.jobs.cli.Main.run(COMMANDS, arguments);
  }
}
