// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.Flag;
import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** The program, to which other modules add. */
public interface Program {
  /** Adds a command. */
  void addCommand(String name, Supplier<Command> maker);

  /**
   * Adds a check to {@code validate}.
   *
   * @param maker makes it with the command's options, to which it may add, and its {@code --strict}
   */
  void addCheck(BiFunction<Options, Flag, PipelineCheck> maker);

  /**
   * Adds a check to {@code run}, before the job starts.
   *
   * @param maker makes it with the command's {@code --from-savepoint}
   */
  void addRunCheck(Function<OptionalValue<String>, PipelineCheck> maker);
}
