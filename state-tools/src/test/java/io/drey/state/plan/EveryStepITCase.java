// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.pipeline.StepKinds;
import io.drey.state.sample.PipelineRun;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What steps say they keep is what they keep. */
class EveryStepITCase {
  @ParameterizedTest
  @CsvSource({"{field: t}, event-time", "processing, arrival"})
  void keepsAllWhereNothingHasChanged(String time, String order, @TempDir Path directory)
      throws Exception {
    PipelineRun run = new PipelineRun(directory);
    Path file = run.file("all-steps.yaml", allSteps(time, order));
    Loaded loaded = PipelineFile.load(file, Map.of("DIR", directory.toString()));

    Pipeline pipeline = Objects.requireNonNull(loaded.pipeline(), loaded.problems()::toString);
    SnapshotFiles saved = SnapshotFiles.at(run.savepoint(file));

    Plan plan = Plan.of(saved, pipeline, Objects.requireNonNull(loaded.wiring()));

    assertThat(plan.rows()).extracting(PlanRow::verdict).containsOnly(Verdict.KEPT);
    assertThat(plan.damage()).isEmpty();
    assertThat(pipeline.steps())
        .extracting(StepEntry::operator)
        .containsAll(StepKinds.all().keySet());
  }

  private static String allSteps(String time, String order) throws Exception {
    try (InputStream in = EveryStepITCase.class.getResourceAsStream("/plan/all-steps.yaml")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      return text.replace("$TIME", time).replace("$ORDER", order);
    }
  }
}
