// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import io.drey.jobs.local.LocalRun;
import io.drey.jobs.local.RunOptions;
import io.drey.jobs.local.RunReport;
import io.drey.jobs.local.TemporaryFiles;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.step.StatefulStep;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs a pipeline file with its keyed steps replaced by {@link PassOn}. */
public final class WithoutOperatorMain {
  private WithoutOperatorMain() {}

  public static void main(String[] args) throws Exception {
    Loaded loaded = PipelineFile.load(Path.of(args[0]), Map.of());
    Pipeline pipeline = Objects.requireNonNull(loaded.pipeline(), loaded.problems()::toString);
    try (TemporaryFiles temporary = TemporaryFiles.claim()) {
      RunReport report =
          new LocalRun(
                  leftOut(pipeline),
                  Objects.requireNonNull(loaded.wiring()),
                  RunOptions.PLAIN,
                  temporary.directory())
              .execute(counts -> {});
      if (report.failure() != null) {
        throw new IllegalStateException("Failed to run " + args[0], report.failure());
      }
    }
  }

  private static Pipeline leftOut(Pipeline pipeline) {
    List<StepEntry> steps =
        pipeline.steps().stream()
            .map(
                entry ->
                    new StepEntry(
                        entry.id(),
                        entry.operator(),
                        new PassOn(stateful(entry)),
                        entry.from(),
                        entry.at(),
                        entry.mayChangeKey()))
            .toList();
    return new Pipeline(
        pipeline.name(), pipeline.sources(), steps, pipeline.sinks(), pipeline.settings());
  }

  private static StatefulStep stateful(StepEntry entry) {
    return Objects.requireNonNull(entry.step().stateful(), entry.id());
  }
}
