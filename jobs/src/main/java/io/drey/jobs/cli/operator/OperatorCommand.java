// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.operator;

import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.Flag;
import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Usage;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.cli.run.PipelineRun;
import io.drey.jobs.cli.run.Verbosity;
import io.drey.jobs.function.UserJars;
import io.drey.jobs.local.RunOptions;
import io.drey.jobs.local.probe.Probes;
import io.drey.jobs.option.Argument;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one operator on files or standard input. Its options are those of a step. */
public final class OperatorCommand implements Command {
  private final Terminal terminal;
  private final String operator;
  private final Options options;
  private final OptionGroup step;
  private final Operands operands;
  private final InputOptions input;
  private final OutputOptions output;
  private final OptionalValue<Long> limit;
  private final OptionalValue<Integer> parallelism;
  private final Value<List<Path>> jars;
  private final Flag prints;
  private final Flag strict;
  private final Flag quiet;
  private final Flag verbose;

  /**
   * @param record the options of the operator
   */
  public OperatorCommand(Terminal terminal, String operator, Class<? extends Record> record) {
    this.terminal = terminal;
    this.operator = operator;
    List<Argument> arguments = Argument.of(record);
    Argument whole = arguments.get(0).key().isEmpty() ? arguments.get(0) : null;
    options = new Options(OperatorHelp.description(operator));
    options.examples(OperatorHelp.examples(operator));
    operands = operands(whole, options);
    step = whole == null ? stepOptions(record) : OptionGroup.NONE;
    options.section("Input:");
    input = new InputOptions(options);
    options.section("Output:");
    output = new OutputOptions(options);
    options.section("Run:");
    boolean hasLimit = arguments.stream().anyMatch(argument -> argument.key().equals("limit"));
    String limitNames = hasLimit ? "-n" : "-n, --limit";
    limit = options.value(limitNames, "N", Long.class, "end after N results");
    parallelism =
        options.value("--parallelism", "N", Integer.class, "the parallelism of the operator");
    jars = options.values("--jar", "FILE", Path.class, "a jar with classes that the options name");
    prints = options.flag("--print-pipeline", "print the pipeline file that this stands for");
    strict = options.flag("--strict", "fail if anything was malformed, invalid or late");
    quiet = options.flag("-q, --quiet", "print no progress");
    verbose = options.flag("-v, --verbose", "print a summary at the end");
  }

  private OptionGroup stepOptions(Class<? extends Record> record) {
    options.section("Options of the operator:");
    return OptionGroup.of(record, options);
  }

  private static Operands operands(@Nullable Argument whole, Options options) {
    if (whole == null) {
      return Operands.ofFiles(options);
    }
    return whole.type().startsWith("mapping")
        ? Operands.ofAssignments(options)
        : Operands.of(whole, options);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() throws Exception {
    PipelineText text = text();
    if (prints.isGiven()) {
      terminal.out().print(text);
      return ExitCode.OK;
    }
    Verbosity verbosity =
        new Verbosity(verbose.isGiven(), "with -v", !quiet.isGiven(), false, strict.isGiven());
    RunOptions how = RunOptions.PLAIN.with(Usage.check(() -> new UserJars(jars.get())));
    return new PipelineRun(terminal, "drey " + operator, verbosity)
        .execute(how, () -> load(text, how.jars()));
  }

  private PipelineText text() {
    PipelineText text = new PipelineText().add("version: 1").add("name: " + operator);
    Integer degree = parallelism.get();
    if (degree != null) {
      text.add("settings:").add("  parallelism", degree.toString(), "--parallelism");
    }
    input.addTo(text, operands.files().get());
    text.add("steps:").add("  - id: " + operator);
    if (step == OptionGroup.NONE) {
      operands.value().accept(text, "    " + operator);
    } else {
      text.add("    " + operator + (step.isAnyGiven() ? ":" : ": {}"));
      step.addTo(text, "      ");
    }
    output.addTo(text, operator);
    return text;
  }

  private PipelineRun.Ready load(PipelineText text, UserJars loaded) {
    Loaded file = text.load(operator, loaded, terminal);
    Pipeline pipeline = file.pipeline();
    Wiring wiring = file.wiring();
    if (pipeline == null || wiring == null) {
      return PipelineRun.Ready.no(ExitCode.USAGE);
    }
    Probes probes = Usage.check(() -> Probes.of(limit.get(), List.of(), wiring));
    return PipelineRun.Ready.of(pipeline, wiring, file.secrets(), probes);
  }
}
