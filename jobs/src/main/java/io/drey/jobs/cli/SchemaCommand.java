// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.Flag;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.pipeline.PipelineSchema;
import io.drey.jobs.test.TestSchema;

/** Prints the JSON Schema of pipeline files. */
final class SchemaCommand implements Command {
  private final Terminal terminal;

  private final Options options =
      new Options("Prints the JSON Schema of pipeline files, for editors.");
  private final Flag tests =
      options.flag("--tests", "print that of files with tests of a pipeline");

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    terminal.out().print(tests.isGiven() ? TestSchema.text() : PipelineSchema.text());
    return ExitCode.OK;
  }
}
