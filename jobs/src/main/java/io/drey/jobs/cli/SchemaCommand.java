// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.pipeline.PipelineSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Prints the JSON Schema of pipeline files. */
@Command(
    description = "Prints the JSON Schema of pipeline files, for editors.",
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Runnable {
  @ParentCommand
  @SuppressWarnings("NullAway.Init") // by picocli
  private DreyCommand drey;

  @Override
  public void run() {
    drey.terminal().out().print(PipelineSchema.text());
  }
}
