// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.cli.option.SavepointArguments;
import io.drey.state.cli.option.SavepointArguments.Findings;
import io.drey.state.offsets.SourceOffsets;

/** Prints where the sources of a savepoint stand. */
final class OffsetsCommand implements Command {
  private final Terminal terminal;
  private final Options options =
      new Options("Prints where sources stand: the offsets of Kafka partitions and of files.");

  private final SavepointArguments arguments = new SavepointArguments(options);
  private final Value<String> savepoint =
      options.parameter("SAVEPOINT", String.class, SavepointArguments.SAVEPOINT);

  private final FormatOption format = new FormatOption(options);

  OffsetsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    return arguments.report(terminal, this::print);
  }

  private Findings print() {
    SourceOffsets found = SourceOffsets.of(arguments.open(savepoint));
    terminal.out().print(OffsetListing.of(found.offsets(), format.on(terminal), terminal));
    return new Findings(found.damage(), found.warnings(), false);
  }
}
