// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.job;

import io.drey.jobs.cli.ChangedKeys;
import io.drey.jobs.cli.PipelineArguments;
import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.Flag;
import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Usage;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.cluster.CheckedBefore;
import io.drey.jobs.cluster.PipelineText;
import io.drey.jobs.cluster.SubmittedJob;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import java.nio.file.Path;

/** Runs a pipeline on the cluster that Flink's client has chosen. */
final class JobCommand implements Command {
  private final Terminal terminal;
  private final SubmittedJob job;

  private final Options options = new Options("Runs a pipeline on a Flink cluster.");
  private final PipelineArguments arguments = new PipelineArguments(options);
  private final Value<Path> file = options.parameter("FILE", Path.class, "a pipeline file");
  private final OptionalValue<String> text =
      options.value(
          "--text",
          "BASE64",
          String.class,
          "the text of FILE, in gzip and Base64, where FILE cannot be read");
  private final OptionalValue<Integer> parallelism =
      options.value("--parallelism", "N", Integer.class, "the parallelism of keyed steps");
  private final Flag noCheckpointDir =
      options.flag("--no-checkpoint-dir", "take checkpoints without a directory for them");
  private final ChangedKeys changedKeys = new ChangedKeys(options);
  private final Flag cleared =
      options.flag("--cleared", "what sinks are to overwrite was deleted before");

  JobCommand(Terminal terminal, SubmittedJob job) {
    this.terminal = terminal;
    this.job = job;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() throws Exception {
    Loaded loaded = load();
    Pipeline written = loaded.pipeline();
    Wiring wiring = loaded.wiring();
    if (written == null || wiring == null) {
      return ExitCode.INVALID_PIPELINE;
    }
    Integer degree = parallelism.get();
    Pipeline pipeline =
        changedKeys.in(
            degree == null ? written : Usage.check(() -> written.withParallelism(degree)));
    try {
      job.check(pipeline, new CheckedBefore(cleared.isGiven(), noCheckpointDir.isGiven()));
    } catch (IllegalArgumentException e) {
      terminal.error(String.valueOf(e.getMessage()));
      return ExitCode.INVALID_PIPELINE;
    }
    job.execute(pipeline, wiring, arguments.jars());
    return ExitCode.OK;
  }

  private Loaded load() {
    String encoded = text.get();
    if (encoded == null) {
      return arguments.load(file.get(), terminal);
    }
    String decoded = Usage.check(() -> PipelineText.decode(encoded));
    return arguments.load(file.get().toString(), decoded, terminal);
  }
}
