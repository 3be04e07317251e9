// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.TestingCluster;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The verdict on real jobs is what Flink does with them, on either state backend. */
@Tag("full")
@Timeout(120)
class PlanAgainstFlinkITCase {
  private final Path directory;

  PlanAgainstFlinkITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @EnumSource
  void isFlinks(ChangedState changed) throws Exception {
    Path saved = savepoint(changed.before);
    Path staging = savepoint(changed.after);

    for (Backend backend : Backend.values()) {
      boolean starts = starts(saved, changed.after, backend);
      Plan plan =
          Plan.of(
              SnapshotFiles.at(saved.toString()), SnapshotFiles.at(staging.toString()), backend);

      assertThat(starts).as("%s starts", backend).isEqualTo(changed.starting.contains(backend));
      assertThat(plan.damage()).isEmpty();
      assertThat(plan.outcome().compareTo(Outcome.LOST) <= 0).as(plan::toString).isEqualTo(starts);
    }
  }

  private Path savepoint(ChangedState.Job job) throws Exception {
    return TestingCluster.savepoint(
        settings(Backend.HASHMAP), job, SavepointFormatType.CANONICAL, directory);
  }

  private boolean starts(Path saved, ChangedState.Job job, Backend backend) throws Exception {
    return TestingCluster.startsFrom(saved, settings(backend), job, directory);
  }

  private static Map<String, String> settings(Backend backend) {
    return Map.of(
        "state.backend.type",
        backend.name().toLowerCase(Locale.ROOT),
        "pipeline.max-parallelism",
        "4");
  }
}
