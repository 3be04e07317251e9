package io.drey.state.cli;

import io.drey.jobs.cli.Terminal;
import java.util.function.BiConsumer;
import picocli.CommandLine;

/** The program: jobs' commands, and those of savepoints. */
public final class Main {
  static final BiConsumer<CommandLine, Terminal> COMMANDS =
      (root, terminal) -> root.addSubcommand(new StateCommand(terminal));

  private Main() {}

  public static void main(String[] arguments) {
    io.drey.jobs.cli.Main.run(COMMANDS, arguments);
  }
}
