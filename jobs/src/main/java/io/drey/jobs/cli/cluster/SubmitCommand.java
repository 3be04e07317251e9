// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.cli.ChangedKeys;
import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.PipelineArguments;
import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.Flag;
import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Usage;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.cli.run.Failures;
import io.drey.jobs.cluster.FlinkHome;
import io.drey.jobs.cluster.FlinkProgram;
import io.drey.jobs.cluster.JobJar;
import io.drey.jobs.cluster.PipelineText;
import io.drey.jobs.cluster.RestAddress;
import io.drey.jobs.cluster.Submission;
import io.drey.jobs.cluster.TargetChecks;
import io.drey.jobs.local.SavepointPath;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs a pipeline on a cluster. */
final class SubmitCommand implements Command {
  private static final List<String> COLUMNS = List.of("job", "web");

  private final Terminal terminal;
  private final FlinkHome flink;
  private final RestoreCheck restore;

  private final Options options =
      new Options("Runs a pipeline on a Flink cluster, by the Flink distribution of FLINK_HOME.");
  private final PipelineArguments arguments = new PipelineArguments(options);
  private final AddressOption address;
  private final OptionalValue<String> target =
      options.value(
          "-t, --target",
          "TARGET",
          String.class,
          "where Flink runs it: remote (the default), yarn-application, kubernetes-application, ...");
  private final OptionalValue<Integer> parallelism =
      options.value("-p, --parallelism", "N", Integer.class, "the parallelism of keyed steps");
  private final Value<Map<String, String>> properties =
      options.pairs("-D", "KEY=VALUE", "an option of Flink");
  private final OptionalValue<String> fromSavepoint =
      options.value(
          "--from-savepoint", "PATH", String.class, "restore from a savepoint or checkpoint");
  private final Flag allowNonRestored =
      options.flag("--allow-non-restored-state", "drop savepoint state that no step restores");
  private final ChangedKeys changedKeys = new ChangedKeys(options);
  private final OptionalValue<String> claimMode =
      options.value(
          "--claim-mode", "MODE", String.class, "whose the savepoint then is: claim or no_claim");
  private final Flag detached =
      options.flag("-d, --detached", "do not wait for the end of the job");
  private final Flag takeOver =
      options.flag(
          "--take-over", "abort the transactions that another job of a kafka sink has left open");
  private final Flag noCheckpointDir =
      options.flag("--no-checkpoint-dir", "take checkpoints without a directory for them");
  private final FormatOption format = new FormatOption(options);
  private final Value<Path> file = options.parameter("FILE", Path.class, "a pipeline file");

  SubmitCommand(Terminal terminal, FlinkHome flink, Function<Options, RestoreCheck> restore) {
    this.terminal = terminal;
    this.flink = flink;
    this.restore = restore.apply(options);
    this.address = new AddressOption(options, flink);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() throws Exception {
    Path program = Usage.check(flink::program);
    Path jar = Usage.check(JobJar::find);
    Usage.check(() -> JobJar.checkedAgainst(arguments.jars()));
    Loaded loaded = arguments.load(file.get(), terminal);
    Pipeline written = loaded.pipeline();
    Wiring wiring = loaded.wiring();
    if (written == null || wiring == null) {
      return ExitCode.INVALID_PIPELINE;
    }
    Integer degree = parallelism.get();
    Pipeline pipeline =
        changedKeys.in(
            degree == null ? written : Usage.check(() -> written.withParallelism(degree)));
    RestAddress where = address.get();
    String savepoint = savepoint(where);
    String text = Files.readString(file.get(), UTF_8);
    Submission submission = Usage.check(() -> submission(where, savepoint, text));
    int code = check(pipeline, wiring, submission);
    if (code != ExitCode.OK) {
      return code;
    }
    FlinkProgram run = new FlinkProgram(submission.command(program, jar), terminal.err()::println);
    int ended = run.start((job, web) -> print(job, web == null ? submission.web() : web));
    return ended == ExitCode.OK ? ended : failed(ended, run);
  }

  private Submission submission(RestAddress where, @Nullable String savepoint, String text) {
    return new Submission(
        target.get(),
        where,
        properties.get(),
        savepoint,
        allowNonRestored.isGiven(),
        claimMode.get(),
        detached.isGiven(),
        new Submission.Arguments(
            file.get(),
            PipelineText.encode(text),
            arguments.variables(),
            arguments.jars().files(),
            changedKeys.steps(),
            parallelism.get(),
            noCheckpointDir.isGiven()));
  }

  /** As {@code run} finds it, if it is on a disk that the cluster sees. */
  private @Nullable String savepoint(RestAddress where) throws IOException {
    String path = fromSavepoint.get();
    return path == null || !Submission.sharesFiles(target.get(), where)
        ? path
        : SavepointPath.resolve(path);
  }

  private int check(Pipeline pipeline, Wiring wiring, Submission submission) {
    TargetChecks checks =
        new TargetChecks(
            pipeline, submission.isRestored(), takeOver.isGiven(), submission.sharesFiles());
    List<String> mistakes = checks.mistakes();
    mistakes.forEach(terminal::error);
    if (!mistakes.isEmpty()) {
      return ExitCode.INVALID_PIPELINE;
    }
    checks.warnings().forEach(warning -> terminal.tell("Warning: " + warning));
    String savepoint = submission.fromSavepoint();
    if (savepoint != null && checks.sees(savepoint)) {
      int code = restore.check(savepoint, allowNonRestored.isGiven(), file.get(), pipeline, wiring);
      if (code != ExitCode.OK) {
        return code;
      }
    }
    try {
      tellUnseen(checks.prepare(), !checks.sees(savepoint));
      return ExitCode.OK;
    } catch (IOException | IllegalArgumentException e) {
      terminal.error(Failures.describe(e));
      return ExitCode.FAILED;
    } finally {
      terminal.err().flush();
    }
  }

  private void tellUnseen(List<String> parts, boolean orSavepoint) {
    List<String> unseen = new ArrayList<>(parts);
    if (orSavepoint) {
      unseen.add("the savepoint");
    }
    if (!unseen.isEmpty()) {
      terminal.tell("Not checked, since not seen from here: " + String.join(", ", unseen));
    }
  }

  private void print(String job, String web) {
    List<List<String>> rows = List.of(List.of(job, web));
    format.on(terminal).lines(COLUMNS, rows, terminal).forEach(terminal.out()::println);
    terminal.out().flush();
  }

  /** The pipeline's main method has said why it refuses; of all others Flink told the cause. */
  private int failed(int ended, FlinkProgram run) {
    if (ended == ExitCode.INVALID_PIPELINE || ended == ExitCode.USAGE) {
      return ended;
    }
    terminal.error("Failed to run the job: " + run.cause());
    return ExitCode.FAILED;
  }
}
