package io.drey.state.cli;

import io.drey.jobs.cli.ExitCode;
import io.drey.jobs.cli.Terminal;
import io.drey.state.read.RowReader;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command that reads savepoints takes, and how it ends. */
final class SavepointArguments {
  /** What a command's first argument is. */
  static final String SAVEPOINT = "the directory of a savepoint or checkpoint";

  /** What {@code --operator} takes. */
  static final String OPERATOR = "its uid, its hash, or its name if no other has it";

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(names = "--strict", description = "a warning is exit code 5")
  private boolean strict;

  /** The operator of a name that its user gave. */
  OperatorSnapshot operator(Metadata metadata, String name) {
    return usage(() -> metadata.operator(name));
  }

  /** What an option does not allow is for its user to correct. */
  <T> T usage(Supplier<T> checked) {
    try {
      return checked.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** Reads, says what could not be read, and tells the exit code. */
  int report(Terminal terminal, Supplier<Findings> reading) {
    return report(terminal, strict, reading);
  }

  /** Whether a warning is to be exit code 5. */
  boolean isStrict() {
    return strict;
  }

  static int report(Terminal terminal, boolean isStrict, Supplier<Findings> reading) {
    try {
      Findings findings = reading.get();
      terminal.out().flush();
      findings.warnings().forEach(warning -> terminal.error("warning: " + warning));
      findings.damage().forEach(terminal::error);
      return findings.damage().isEmpty() ? exit(findings, isStrict) : ExitCode.UNREADABLE_SAVEPOINT;
    } catch (SavepointException e) {
      terminal.out().flush();
      terminal.error(e.getMessage());
      return ExitCode.UNREADABLE_SAVEPOINT;
    }
  }

  private static int exit(Findings findings, boolean isStrict) {
    boolean isFound = findings.isDifferent() || (isStrict && !findings.warnings().isEmpty());
    return isFound ? ExitCode.INCOMPATIBLE_STATE : ExitCode.OK;
  }

  /**
   * What a command has found besides what it printed.
   *
   * @param damage what could not be read, by the messages that say so
   * @param warnings what is odd
   * @param isDifferent whether what it was to compare does not fit together
   */
  record Findings(List<String> damage, List<String> warnings, boolean isDifferent) {
    /** Of a command that reads rows. */
    static Findings of(RowReader.Outcome outcome) {
      return new Findings(outcome.damage(), outcome.warnings(), false);
    }

    /** Of a command that can only fail to read. */
    static Findings damage(List<String> damage) {
      return new Findings(damage, List.of(), false);
    }
  }
}
