// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.option.Binder;
import io.drey.jobs.option.OptionProblem;
import io.drey.jobs.yaml.ExternalValues;
import io.drey.jobs.yaml.Position;
import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.Secrets;
import io.drey.jobs.yaml.YamlReader;
import io.drey.jobs.yaml.YamlValue;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and checks pipeline files. The content of a file never makes it throw. */
public final class PipelineFile {
  private final String label;
  private final Secrets secrets = new Secrets();
  private final Problems problems;

  private PipelineFile(String label) {
    this.label = label;
    this.problems = new Problems(label, secrets);
  }

  /** Loads a file with the environment of this process and the given variables. */
  public static Loaded load(Path file, Map<String, String> variables) {
    return new PipelineFile(file.toString())
        .load(ExternalValues.process(variables), reader -> reader.read(file));
  }

  /**
   * Loads a text.
   *
   * @param label the name of the text in problems
   */
  public static Loaded parse(String label, String text, ExternalValues outside) {
    return new PipelineFile(label).load(outside, reader -> reader.read(text));
  }

  private Loaded load(ExternalValues outside, Function<YamlReader, @Nullable YamlValue> read) {
    YamlValue root = read.apply(new YamlReader(outside, secrets, problems));
    PipelineDraft draft =
        root == null
            ? null
            : new PipelineReader(new Binder(problems, secrets), problems).read(root, name());
    return draft == null ? failed() : check(draft);
  }

  private Loaded check(PipelineDraft draft) {
    new Ids(problems).check(draft);
    new SinkChecks(problems).check(draft);
    Wiring wiring = new WiringResolver(draft, problems).resolve();
    Upstream upstream = new Upstream(draft, wiring);
    new TimeChecks(draft, upstream, problems).check();
    draft.steps().forEach(new OrderChecks(upstream, problems)::check);
    draft.steps().forEach(new OriginChecks(upstream, problems)::check);
    StateChecks stateChecks = new StateChecks(wiring, problems);
    draft.steps().forEach(stateChecks::checkBound);
    draft.vertices().forEach(this::checkOptions);
    if (!problems.hasErrors()) {
      // An output may only seem unread because its reader is broken.
      draft.vertices().forEach(stateChecks::checkReaders);
    }
    return problems.hasErrors()
        ? failed()
        : new Loaded(draft.toPipeline(), wiring, problems.sorted(), secrets);
  }

  /** Reports the warnings of the sources and steps themselves. */
  private void checkOptions(Vertex vertex) {
    for (OptionProblem problem : vertex.warnings()) {
      Position at = problem.in(vertex.options());
      problems.warning(at, vertex.place().label(), problem.message());
    }
  }

  private Loaded failed() {
    return new Loaded(null, null, problems.sorted(), secrets);
  }

  private String name() {
    String file = String.valueOf(Path.of(label).getFileName());
    int dot = file.indexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }
}
