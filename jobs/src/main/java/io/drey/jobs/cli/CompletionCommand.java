// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.Commands;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import picocli.AutoComplete;

/** Prints a script that completes this program's commands and options in a shell. */
final class CompletionCommand implements Command {
  /** The shells that the script supports; it is the same for both. */
  enum Shell {
    BASH,
    ZSH
  }

  private final Terminal terminal;
  private final DreyCommand drey;

  private final Options options =
      new Options("Prints a completion script: source <(drey completion bash)");
  private final Value<Shell> shell = options.parameter("bash|zsh", Shell.class, "the shell");

  CompletionCommand(Terminal terminal, DreyCommand drey) {
    this.terminal = terminal;
    this.drey = drey;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    if (shell.get() == Shell.ZSH) {
      terminal.out().println("autoload -U +X bashcompinit && bashcompinit");
      terminal.out().println("type compopt >/dev/null || compopt() { :; }");
    }
    terminal.out().print(AutoComplete.bash("drey", Commands.whole(drey)));
    return ExitCode.OK;
  }
}
