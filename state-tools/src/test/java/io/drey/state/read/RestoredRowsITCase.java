// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.ExpectedRows;
import io.drey.state.sample.Rows;
import io.drey.state.sample.SampleJob;
import io.drey.state.sample.Snapshots;
import io.drey.state.sample.TestingCluster;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases with a past: other parallelisms, and values merged over several runs. */
class RestoredRowsITCase {
  private final Path directory;

  RestoredRowsITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void readsWhatARescaledJobHasTakenOverOnce() throws Exception {
    Path rescaled =
        TestingCluster.savepoint(
            settings(3, Snapshots.NATIVE_OF_ROCKSDB.path()),
            SampleJob::buildQuiet,
            SavepointFormatType.NATIVE,
            directory);

    assertThat(Rows.keyed(rescaled, "many-states"))
        .containsExactlyInAnyOrderElementsOf(ExpectedRows.ofManyStates());
    assertThat(Rows.keyed(rescaled, "windows"))
        .containsExactlyInAnyOrderElementsOf(ExpectedRows.ofWindows());
  }

  @Test
  void readsValuesMergedOverSeveralRuns() throws Exception {
    Path second =
        TestingCluster.checkpoint(
            settings(2, Snapshots.INCREMENTAL_CHECKPOINT_OF_ROCKSDB.path()), SampleJob::build);

    assertThat(Rows.keyed(second, "many-states"))
        .hasSameSizeAs(ExpectedRows.ofManyStates())
        .containsAll(
            List.of(
                row("names", "\"value\":[\"n7\",\"\",\"n7\",\"\"]"),
                row("sum", "\"value\":16"),
                row("joined", "\"value\":\"7;7;\""),
                row("fresh-list", "\"value\":[7,7,7,7],\"last_access\":[T,T,T,T]"),
                row("counts", "\"map_key\":\"c7\",\"value\":7")));
  }

  private static String row(String state, String rest) {
    return "{\"operator\":\"many-states\",\"state\":\"%s\",\"key\":\"key-7\",%s}"
        .formatted(state, rest);
  }

  private Map<String, String> settings(int parallelism, Path restored) {
    Map<String, String> settings = new HashMap<>();
    settings.put("state.backend.type", "rocksdb");
    settings.put("parallelism.default", String.valueOf(parallelism));
    settings.put("pipeline.max-parallelism", "16");
    settings.put("execution.checkpointing.dir", directory.toUri().toString());
    settings.put("execution.checkpointing.interval", "10 h");
    settings.put("execution.checkpointing.incremental", "true");
    settings.put("execution.checkpointing.data-inline-threshold", "0");
    settings.put(
        "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
    settings.put("execution.state-recovery.path", restored.toString());
    return settings;
  }
}
