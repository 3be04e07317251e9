package io.drey.jobs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.graph.Diagram;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import picocli.CommandLine;

/** The program. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Terminal terminal = Terminal.ofProcess(writer(FileDescriptor.out), writer(FileDescriptor.err));
    // An embedded cluster's threads would keep the process alive if this one just returned.
    System.exit(execute(terminal, arguments));
  }

  /** Runs a command and tells its exit code. */
  static int execute(Terminal terminal, String... arguments) {
    CommandLine command =
        new CommandLine(new Drey(terminal))
            .setOut(terminal.out())
            .setErr(terminal.err())
            .registerConverter(
                CompletionCommand.Shell.class, new Words<>(CompletionCommand.Shell.class))
            .registerConverter(Diagram.class, new Words<>(Diagram.class))
            .registerConverter(RowFormat.class, new Words<>(RowFormat.class))
            .setParameterExceptionHandler(new UsageErrors(terminal))
            .setExecutionExceptionHandler(new Failures(terminal));
    int code = command.execute(arguments);
    terminal.out().flush();
    terminal.err().flush();
    return code;
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), UTF_8), /* autoFlush= */ false);
  }
}
