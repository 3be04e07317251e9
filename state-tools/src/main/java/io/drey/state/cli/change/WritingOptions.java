// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.change;

import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.Flag;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.function.UserJars;
import io.drey.state.cli.option.JarOption;
import io.drey.state.cli.option.OutputOption;
import io.drey.state.cli.option.SavepointArguments;
import io.drey.state.cli.option.TemporaryOption;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The options and exit codes of the commands that write a savepoint. */
final class WritingOptions {
  private final Terminal terminal;
  private final OutputOption output;
  private final @Nullable Flag execute;
  private final SavepointArguments arguments;
  private final TemporaryOption temporary;
  private final Supplier<UserJars> jars;
  private final CanonicalChange canonical;

  private WritingOptions(
      Terminal terminal,
      Options options,
      @Nullable Flag execute,
      OutputOption output,
      String tmp,
      Supplier<UserJars> jars,
      CanonicalChange canonical) {
    this.terminal = terminal;
    this.output = output;
    this.execute = execute;
    this.temporary = new TemporaryOption(options, tmp);
    this.arguments = new SavepointArguments(options, temporary);
    this.jars = jars;
    this.canonical = canonical;
  }

  /**
   * Returns the options of a command that always writes.
   *
   * @param tmp what it does in its directory for temporary files
   */
  static WritingOptions ofWriting(Terminal terminal, Options options, String tmp) {
    return new WritingOptions(
        terminal,
        options,
        null,
        new OutputOption(options),
        tmp,
        new JarOption(options)::load,
        CanonicalChange.ALWAYS);
  }

  /** The same for a command that adds to a savepoint, and has an option for jars of its own. */
  static WritingOptions ofAdding(
      Terminal terminal, Options options, String tmp, Supplier<UserJars> jars) {
    return new WritingOptions(
        terminal, options, null, new OutputOption(options), tmp, jars, CanonicalChange.NEVER);
  }

  /**
   * Returns the options of a command that shows what it would write unless {@code --execute} is
   * given.
   *
   * @param tmp what it does in its directory for temporary files
   */
  static WritingOptions ofDryRun(
      Terminal terminal, Options options, String tmp, CanonicalChange canonical) {
    OutputOption output = new OutputOption(options);
    Flag execute = options.flag("--execute", "write the new savepoint");
    return new WritingOptions(
        terminal, options, execute, output, tmp, new JarOption(options)::load, canonical);
  }

  /** Runs a command with the jars on the class path, and returns its exit code. */
  int run(IntSupplier command) {
    return jars.get().within(() -> report(command));
  }

  private int report(IntSupplier command) {
    try {
      Path unused = target();
      return arguments.warned(terminal, command.getAsInt());
    } catch (RefusedException e) {
      terminal.error(String.valueOf(e.getMessage()));
      return ExitCode.INCOMPATIBLE_STATE;
    } catch (SavepointException e) {
      terminal.error(e.getMessage());
      return e.isUnsupported() ? ExitCode.INCOMPATIBLE_STATE : ExitCode.UNREADABLE_SAVEPOINT;
    }
  }

  /** Opens the savepoint from which another one is written. */
  SavepointWriting open(String savepoint) {
    return new SavepointWriting(
        terminal, arguments.open(savepoint), target(), arguments.isStrict(), canonical);
  }

  /** Opens a savepoint that is only read. */
  SnapshotFiles read(String savepoint) {
    return arguments.openFirst(savepoint);
  }

  /** Where temporary files are written. */
  Path temporary() {
    return temporary.get();
  }

  /** The directory of the new savepoint; null if none is written. */
  private @Nullable Path target() {
    return execute == null || execute.isGiven() ? output.required() : null;
  }
}
