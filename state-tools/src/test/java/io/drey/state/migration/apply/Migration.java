// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.yaml.Problem;
import io.drey.state.inspect.Finding;
import io.drey.state.inspect.SavepointCheck;
import io.drey.state.migration.MigrationPlan;
import io.drey.state.migration.check.PlanCheck;
import io.drey.state.migration.check.ResolvedPlan;
import io.drey.state.migration.file.LoadedPlan;
import io.drey.state.migration.file.MigrationFile;
import io.drey.state.rewrite.RewriteTarget;
import io.drey.state.rewrite.SavepointRewrite;
import io.drey.state.rewrite.StateResult;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.output.SavepointDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Carries out plans on snapshots. */
final class Migration {
  private Migration() {}

  /** Writes what a plan makes of a snapshot, and checks that it is whole. */
  static List<StateResult> migrate(Path source, String plan, Path target) throws IOException {
    SnapshotFiles files = SnapshotFiles.at(source.toString());
    LoadedPlan loaded = MigrationFile.parse("plan.yaml", plan);
    MigrationPlan known = Objects.requireNonNull(loaded.plan(), loaded.problems()::toString);
    ResolvedPlan resolved = PlanCheck.resolve("plan.yaml", known, files);
    assertThat(resolved.problems()).extracting(Problem::message).isEmpty();
    try (SavepointDirectory output = SavepointDirectory.create(target)) {
      List<StateResult> results =
          SavepointRewrite.write(files, PlanEdits.of(resolved, 1_000), RewriteTarget.of(output));
      output.complete();
      assertThat(SavepointCheck.of(SnapshotFiles.at(target.toString())).findings())
          .noneMatch(Finding::isDamage);
      return results;
    }
  }

  /** The settings of a job that restores a savepoint. */
  static Map<String, String> restoring(Path savepoint, String backend, int maxParallelism) {
    Map<String, String> settings = new HashMap<>();
    settings.put("state.backend.type", backend);
    settings.put("parallelism.default", "3");
    settings.put("pipeline.max-parallelism", String.valueOf(maxParallelism));
    settings.put("execution.state-recovery.path", savepoint.toString());
    return settings;
  }
}
