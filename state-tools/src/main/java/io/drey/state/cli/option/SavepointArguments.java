// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.option;

import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.Flag;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Usage;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.read.RowReader;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.file.LocalDirectories;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The arguments that all commands on savepoints share, and their exit codes. */
public final class SavepointArguments {
  /** The description of a command's first argument. */
  public static final String SAVEPOINT = "the directory of a savepoint or retained checkpoint";

  /** The description of what {@code --operator} accepts. */
  public static final String OPERATOR = "its uid, its hash, or its name if that is unique";

  private final Value<List<Path>> allowed;
  private final UidsOption uids;
  private final Flag strict;
  private final @Nullable TemporaryOption temporary;

  /** The arguments of a command that writes no temporary files. */
  public SavepointArguments(Options options) {
    this(options, null);
  }

  public SavepointArguments(Options options, @Nullable TemporaryOption temporary) {
    this.temporary = temporary;
    allowed =
        options.values(
            "--allow-path",
            "DIR",
            Path.class,
            "a directory to which relative names in a savepoint may lead; repeatable");
    uids = new UidsOption(options);
    strict = options.flag("--strict", "exit with 5 if there is a warning");
  }

  /** Opens a savepoint. */
  public SnapshotFiles open(Value<String> savepoint) {
    return open(savepoint.get());
  }

  /** Opens a savepoint. */
  public SnapshotFiles open(String savepoint) {
    return open(savepoint, temporary());
  }

  /**
   * Opens a savepoint of which files are copied to another directory than to that of {@code --tmp}.
   */
  public SnapshotFiles open(String savepoint, Path copies) {
    SnapshotFiles files = openFirst(savepoint, copies);
    uids.check();
    return files;
  }

  /** Opens a savepoint before another one, which may have other operators of {@code --uids}. */
  public SnapshotFiles openFirst(String savepoint) {
    return openFirst(savepoint, temporary());
  }

  private SnapshotFiles openFirst(String savepoint, Path copies) {
    LocalDirectories directories = new LocalDirectories(allowed.get(), copies);
    SnapshotFiles files = SnapshotFiles.at(savepoint, directories, uids.get());
    uids.add(files);
    return files;
  }

  private Path temporary() {
    return temporary == null ? LocalDirectories.systemsTemporary() : temporary.get();
  }

  /** Warnings about the arguments, after the savepoints have been opened. */
  public List<String> warnings() {
    return uids.warnings();
  }

  /** Prints these warnings, and returns the exit code of a command that otherwise has another. */
  public int warned(Terminal terminal, int exitCode) {
    List<String> warnings = warnings();
    warnings.forEach(warning -> terminal.error("warning: " + warning));
    boolean isFound = exitCode == ExitCode.OK && isStrict() && !warnings.isEmpty();
    return isFound ? ExitCode.INCOMPATIBLE_STATE : exitCode;
  }

  /** Returns the operator that {@code --operator} names. */
  public static OperatorSnapshot operator(Metadata metadata, String name) {
    return Usage.check(() -> metadata.operator(name));
  }

  /** Runs a reading command, reports what could not be read, and returns the exit code. */
  public int report(Terminal terminal, Supplier<Findings> reading) {
    return report(terminal, isStrict(), () -> reading.get().with(warnings()));
  }

  /** Whether warnings lead to exit code 5. */
  public boolean isStrict() {
    return strict.isGiven();
  }

  public static int report(Terminal terminal, boolean isStrict, Supplier<Findings> reading) {
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
   * What a command has to report besides the rows it printed.
   *
   * @param damage error messages about what could not be read
   * @param warnings messages about what may be unexpected
   * @param isDifferent whether a comparison found a difference or an incompatibility
   */
  public record Findings(List<String> damage, List<String> warnings, boolean isDifferent) {
    /** The findings of a command that reads rows. */
    public static Findings of(RowReader.Outcome outcome) {
      return new Findings(outcome.damage(), outcome.warnings(), false);
    }

    /** The same with warnings before its own. */
    public Findings with(List<String> others) {
      return new Findings(
          damage, Stream.concat(others.stream(), warnings.stream()).toList(), isDifferent);
    }

    /** The findings of a command that has nothing but damage to report. */
    public static Findings damage(List<String> damage) {
      return new Findings(damage, List.of(), false);
    }
  }
}
