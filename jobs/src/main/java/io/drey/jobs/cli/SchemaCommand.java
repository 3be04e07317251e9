// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.pipeline.PipelineSchema;
import picocli.CommandLine.Command;

/** Prints the JSON Schema of pipeline files. */
@Command(
    description = "Prints the JSON Schema of pipeline files, for editors.",
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Runnable {
  private final Terminal terminal;

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    terminal.out().print(PipelineSchema.text());
  }
}
