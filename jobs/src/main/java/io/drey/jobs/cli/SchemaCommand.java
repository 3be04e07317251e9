// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.pipeline.PipelineSchema;

/** Prints the JSON Schema of pipeline files. */
final class SchemaCommand implements Command {
  private final Terminal terminal;

  private final Options options =
      new Options("Prints the JSON Schema of pipeline files, for editors.");

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    terminal.out().print(PipelineSchema.text());
    return ExitCode.OK;
  }
}
