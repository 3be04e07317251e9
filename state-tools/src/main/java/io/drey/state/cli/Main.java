// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.Commands;
import io.drey.jobs.cli.Terminal;
import java.util.function.BiConsumer;

/** The program: the commands of {@code jobs} and {@code drey state}. */
public final class Main {
  static final BiConsumer<Commands, Terminal> COMMANDS = Main::addTo;

  private Main() {}

  private static void addTo(Commands commands, Terminal terminal) {
    commands.add("state", () -> new StateCommand(terminal));
    commands.extend("validate", validate -> AgainstOption.addTo(validate, terminal));
  }

  public static void main(String[] arguments) {
    io.drey.jobs.cli.Main.run(COMMANDS, arguments);
  }
}
