// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.eval;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.Flag;
import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Usage;
import io.drey.jobs.cli.command.UsageException;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.operator.InputOptions;
import io.drey.jobs.cli.operator.PipelineText;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.cli.prompt.Prompt;
import io.drey.jobs.cli.run.PipelineRun;
import io.drey.jobs.cli.run.Verbosity;
import io.drey.jobs.expression.EventScript;
import io.drey.jobs.expression.Expression;
import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.local.RunOptions;
import io.drey.jobs.local.probe.Probes;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.Wiring;
import io.drey.operators.event.Event;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Shows what an expression or a script gives for each event. */
public final class EvalCommand implements Command {
  private static final String LOG = " conf/samples/access-log.jsonl";
  private static final List<String> EXAMPLES =
      List.of(
          "drey eval 'event.duration_ms / 1000'" + LOG,
          "drey eval -r 'upper(event.user)' -n 2" + LOG,
          "drey eval --script 'event.n = ++state.n' -k user" + LOG);

  private final Terminal terminal;
  private final Options options =
      new Options(
          "Shows what an expression or a script gives for each event, a JSON value per line.");
  private final Value<List<String>> operands =
      options.optionalParameters(
          "EXPR|FILE",
          String.class,
          "the expression, then files, directories or globs to read; - or none: standard input; at"
              + " a terminal, nothing or a file alone: a prompt for expressions");
  private final OptionalValue<String> script;
  private final OptionalValue<String> key;
  private final InputOptions input;
  private final Flag raw;
  private final OptionalValue<Long> limit;
  private final Flag strict;
  private final Flag quiet;
  private final Flag verbose;

  /** Makes one that prints to a terminal. */
  public EvalCommand(Terminal terminal) {
    this.terminal = terminal;
    options.examples(EXAMPLES);
    options.section("Script:");
    script =
        options.value(
            "--script", "TEXT|FILE", String.class, "run this script instead of an expression");
    key =
        options.value(
            "-k, --key",
            "FIELD,...",
            String.class,
            "the field or fields of the key whose state the script has");
    options.section("Input:");
    input = new InputOptions(options);
    options.section("Output:");
    raw = options.flag("-r, --raw", "print text without quotes");
    options.section("Run:");
    limit = options.value("-n, --limit", "N", Long.class, "end after N results");
    strict = options.flag("--strict", "fail if anything was malformed, invalid or late");
    quiet = options.flag("-q, --quiet", "print no progress");
    verbose = options.flag("-v, --verbose", "print a summary at the end");
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() throws Exception {
    List<String> given = operands.get();
    boolean prompts = Terminal.inIsTerminal() && terminal.outIsTerminal();
    String code = script.get();
    if (code != null) {
      return evaluateScript(code, given, prompts && given.isEmpty());
    }
    if (key.get() != null) {
      throw new UsageException("Invalid --key: must be given with --script, which has state");
    }
    if (prompts && (given.isEmpty() || (given.size() == 1 && isFile(given.get(0))))) {
      return prompt(given, null);
    }
    if (given.isEmpty()) {
      throw new UsageException("Missing EXPR: must be an expression, like 'event.user'");
    }
    return evaluate(given.get(0), given.subList(1, given.size()));
  }

  private static boolean isFile(String argument) {
    try {
      return Files.exists(Path.of(argument));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private int prompt(List<String> files, @Nullable EventScript script) throws Exception {
    FirstEvents events = new FirstEvents();
    if (!files.isEmpty()) {
      int code = run(EvalPipeline.ofInput(input, files), whole -> whole.with(events));
      if (code != ExitCode.OK) {
        return code;
      }
    }
    ScriptRun run = script == null ? null : new ScriptRun(script);
    Prompt.hold(new PromptSession(events.events(), run));
    return ExitCode.OK;
  }

  private int evaluate(String code, List<String> files) throws Exception {
    Expression expression;
    try {
      expression = Expression.parse(code);
    } catch (ExpressionException e) {
      throw mistake(code, e);
    }
    return files.isEmpty() && Terminal.inIsTerminal()
        ? evaluateOnce(expression)
        : run(
            EvalPipeline.ofExpression(input, files, raw.isGiven()),
            whole -> whole.with(expression));
  }

  private int evaluateOnce(Expression expression) {
    if (expression.readsEvent()) {
      throw new UsageException(
          "Missing FILE: the expression reads the event (- reads events from the terminal)");
    }
    Event none = Event.of("{}");
    String json = new String(expression.json(none), UTF_8);
    terminal.out().println(raw.isGiven() ? expression.textOf(none) : json);
    return ExitCode.OK;
  }

  private int evaluateScript(String code, List<String> files, boolean prompts) throws Exception {
    EvalScript found = EvalScript.of(code);
    EventScript parsed;
    try {
      parsed = found.parse();
    } catch (ExpressionException e) {
      throw mistake(found.text(), e);
    }
    if (!prompts) {
      return run(EvalPipeline.ofScript(found, key.get(), input, files), whole -> whole);
    }
    if (key.get() != null) {
      throw new UsageException("Invalid --key: must be left out without a FILE but was given");
    }
    return prompt(List.of(), parsed);
  }

  private UsageException mistake(String code, ExpressionException mistake) {
    Mistakes.shown(code, mistake).forEach(terminal.err()::println);
    return new UsageException(Mistakes.message(code, mistake));
  }

  private int run(PipelineText text, UnaryOperator<EvalPipeline> completing) throws Exception {
    Verbosity verbosity =
        new Verbosity(verbose.isGiven(), "with -v", !quiet.isGiven(), false, strict.isGiven());
    return new PipelineRun(terminal, "drey " + EvalPipeline.ID, verbosity)
        .execute(RunOptions.PLAIN, () -> load(text, completing));
  }

  private PipelineRun.Ready load(PipelineText text, UnaryOperator<EvalPipeline> completing) {
    Loaded loaded = text.load(EvalPipeline.ID, RunOptions.PLAIN.jars(), terminal);
    Pipeline pipeline = loaded.pipeline();
    Wiring wiring = loaded.wiring();
    if (pipeline == null || wiring == null) {
      return PipelineRun.Ready.no(ExitCode.USAGE);
    }
    EvalPipeline whole = completing.apply(new EvalPipeline(pipeline, wiring));
    Probes probes = Usage.check(() -> Probes.of(limit.get(), List.of(), whole.wiring()));
    return PipelineRun.Ready.of(whole.pipeline(), whole.wiring(), loaded.secrets(), probes);
  }
}
