// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.eval;

import io.drey.jobs.cli.operator.InputOptions;
import io.drey.jobs.cli.operator.PipelineText;
import io.drey.jobs.expression.Expression;
import io.drey.jobs.pipeline.Output;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.step.Step;
import io.drey.jobs.yaml.Position;
import io.drey.jobs.yaml.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pipeline that evaluates something for each event: a source, a step and a sink. */
record EvalPipeline(Pipeline pipeline, Wiring wiring) {
  /** The id of the step, and the name of the pipeline. */
  static final String ID = "eval";

  private static final String SINK = "output";

  /**
   * The pipeline file without the step for an expression, which files do not have.
   *
   * @param raw whether texts are printed without quotes
   */
  static PipelineText ofExpression(InputOptions input, List<String> files, boolean raw) {
    PipelineText text = source(input, files);
    String field = "event." + EvalStep.RESULT;
    String template = raw ? "${" + field + "}" : "${toJson(" + field + ")}";
    return sink(text).add("    format: text").add("    template: " + YamlText.scalar(template));
  }

  /**
   * The pipeline file of a script.
   *
   * @param key the fields of the key, with commas between them; null for none
   */
  static PipelineText ofScript(
      EvalScript script, @Nullable String key, InputOptions input, List<String> files) {
    PipelineText text = source(input, files);
    text.add("steps:").add("  - id: " + ID).add("    script:");
    if (key != null) {
      String fields =
          Stream.of(key.split(",", -1)).map(YamlText::scalar).collect(Collectors.joining(", "));
      text.add("      key", "[" + fields + "]", "--key");
    }
    text.add("      event", script.yaml(), "--script");
    return sink(text);
  }

  /** The pipeline file that reads events without printing any. */
  static PipelineText ofInput(InputOptions input, List<String> files) {
    return source(input, files).add("sinks:").add("  " + SINK + ":").add("    type: discard");
  }

  private static PipelineText source(InputOptions input, List<String> files) {
    PipelineText text = new PipelineText().add("version: 1").add("name: " + ID);
    input.addTo(text, files);
    return text;
  }

  private static PipelineText sink(PipelineText text) {
    return text.add("sinks:").add("  " + SINK + ":").add("    type: stdout");
  }

  /** The same with a step that evaluates an expression, whose results it prints in their order. */
  EvalPipeline with(Expression expression) {
    return with(new EvalStep(expression), List.of(Output.main(ID), new Output(ID, EvalStep.NULL)));
  }

  /** The same with a step that collects events. */
  EvalPipeline with(FirstEvents events) {
    return with(events, List.of(Output.main(ID)));
  }

  private EvalPipeline with(Step step, List<Output> read) {
    List<Output> outputs = new ArrayList<>(List.of(Output.main(ID)));
    step.outputs().forEach(name -> outputs.add(new Output(ID, name)));
    Map<String, List<Output>> wired = new LinkedHashMap<>(wiring.outputs());
    wired.put(ID, outputs);
    StepEntry entry = new StepEntry(ID, ID, step, null, Position.START, false);
    return new EvalPipeline(
        new Pipeline(
            pipeline.name(),
            pipeline.sources(),
            List.of(entry),
            pipeline.sinks(),
            pipeline.settings()),
        new Wiring(Map.of(ID, wiring.inputsOf(SINK), SINK, read), wired, List.of(ID, SINK)));
  }
}
