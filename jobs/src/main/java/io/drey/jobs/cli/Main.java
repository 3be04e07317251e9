// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.cli.command.Commands;
import io.drey.jobs.cli.command.UsageErrors;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.cli.output.Utf8Writer;
import io.drey.jobs.cli.run.ExhaustedHeap;
import io.drey.jobs.cli.run.Failures;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.function.BiConsumer;
import picocli.CommandLine;

/** The program. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    run((program, terminal) -> {}, arguments);
  }

  /**
   * Runs the program and ends the process.
   *
   * @param more adds what other modules have
   */
  public static void run(BiConsumer<Program, Terminal> more, String... arguments) {
    Terminal terminal = Terminal.ofProcess(writer(FileDescriptor.out), writer(FileDescriptor.err));
    ExhaustedHeap.prepare();
    try {
      int code = execute(terminal, more, arguments);
      // Returning would not end the process: threads of the embedded cluster are still alive.
      System.exit(code);
    } catch (OutOfMemoryError e) {
      ExhaustedHeap.end();
    }
  }

  /** Runs a command and returns its exit code. */
  static int execute(Terminal terminal, String... arguments) {
    return execute(terminal, (program, same) -> {}, arguments);
  }

  /** Runs a command, possibly of another module, and returns its exit code. */
  public static int execute(
      Terminal terminal, BiConsumer<Program, Terminal> more, String... arguments) {
    int code =
        Version.isAskedBy(arguments)
            ? Version.print(terminal)
            : named(terminal, more, arguments).execute();
    terminal.out().flush();
    terminal.err().flush();
    return code;
  }

  /** Returns the model of all commands, for manual pages and completions. */
  public static CommandLine model(BiConsumer<Program, Terminal> more) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Terminal terminal = new Terminal(nowhere, nowhere, false, false);
    DreyCommand drey = new DreyCommand(terminal);
    more.accept(drey, terminal);
    return Commands.whole(drey).setCommandName("drey");
  }

  private static Commands.Named named(
      Terminal terminal, BiConsumer<Program, Terminal> more, String... arguments) {
    DreyCommand drey = new DreyCommand(terminal);
    more.accept(drey, terminal);
    Commands.Named named = Commands.named("drey", drey, List.of(arguments));
    // These settings apply to commands that are there: to this one, and to those below it.
    named
        .line()
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setParameterExceptionHandler(new UsageErrors(terminal))
        .setExecutionExceptionHandler(new Failures(terminal))
        .getCommandSpec()
        .versionProvider(new Version());
    return named;
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new Utf8Writer(new FileOutputStream(descriptor));
  }
}
