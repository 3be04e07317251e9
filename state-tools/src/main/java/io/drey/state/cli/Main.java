// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.Terminal;
import java.util.Objects;
import java.util.function.BiConsumer;
import picocli.CommandLine;

/** The program: the commands of {@code jobs} and {@code drey state}. */
public final class Main {
  static final BiConsumer<CommandLine, Terminal> COMMANDS = Main::addTo;

  private Main() {}

  private static void addTo(CommandLine root, Terminal terminal) {
    root.addSubcommand(new StateCommand(terminal));
    AgainstOption.addTo(
        Objects.requireNonNull(root.getSubcommands().get("validate"), "validate"), terminal);
  }

  public static void main(String[] arguments) {
    io.drey.jobs.cli.Main.run(COMMANDS, arguments);
  }
}
