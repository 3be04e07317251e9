// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a script that completes this program's commands and options in a shell. */
@Command(
    description = "Prints a completion script: source <(drey completion bash)",
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Runnable {
  /** The shells that the script supports; it is the same for both. */
  enum Shell {
    BASH,
    ZSH
  }

  private final Terminal terminal;
  private final DreyCommand drey;

  @Parameters(paramLabel = "bash|zsh", description = "the shell")
  @SuppressWarnings("NullAway.Init") // by picocli
  private Shell shell;

  CompletionCommand(Terminal terminal, DreyCommand drey) {
    this.terminal = terminal;
    this.drey = drey;
  }

  @Override
  public void run() {
    if (shell == Shell.ZSH) {
      terminal.out().println("autoload -U +X bashcompinit && bashcompinit");
    }
    terminal.out().print(AutoComplete.bash("drey", Commands.whole(drey)));
  }
}
