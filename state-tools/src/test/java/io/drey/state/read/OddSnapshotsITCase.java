// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.state.inspect.OperatorReport;
import io.drey.state.inspect.SavepointReport;
import io.drey.state.sample.EventsUnderWay;
import io.drey.state.sample.FinishedSource;
import io.drey.state.sample.Rows;
import io.drey.state.sample.SampleJob;
import io.drey.state.sample.TestingCluster;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OddSnapshotsITCase {
  /** Its length, a mark and a long. */
  private static final long EVENT_BYTES = 4L + 1 + 8 + 8;

  private final Path directory;

  OddSnapshotsITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void countsEventsUnderWayAndReadsTheState() throws Exception {
    Path checkpoint =
        TestingCluster.checkpoint(
            settings("execution.checkpointing.unaligned.enabled"), EventsUnderWay::build);

    SavepointReport report = SavepointReport.of(SnapshotFiles.at(checkpoint.toString()));

    List<String> rows = Rows.keyed(checkpoint, "slow");
    long inFlight = report.operators().stream().mapToLong(OperatorReport::inFlightBytes).sum();
    long ofEvents = (EventsUnderWay.KEYS - rows.size()) * EVENT_BYTES;

    assertThat(report.damage()).isEmpty();
    // as many as were handled before the barrier came, perhaps none
    assertThat(rows)
        .hasSizeLessThan(5)
        .allMatch(row -> row.startsWith("{\"operator\":\"slow\",\"state\":\"value\",\"key\":"));
    // there are a watermark and the starts of channels too
    assertThat(inFlight).isBetween(ofEvents, ofEvents + 2 * EVENT_BYTES);
  }

  @Test
  void refusesAChangelog() throws Exception {
    Map<String, String> settings = settings("state.changelog.enabled");
    settings.put("state.changelog.storage", "memory");
    Path checkpoint = TestingCluster.checkpoint(settings, SampleJob::build);

    assertThatThrownBy(() -> Rows.keyed(checkpoint, "many-states"))
        .isInstanceOf(SavepointException.class)
        .hasMessage(
            "Cannot read "
                + checkpoint
                + "/_metadata: it holds a changelog, which only a running job can read"
                + " (take a savepoint)");
  }

  @Test
  void listsOperatorsThatHaveFinished() throws Exception {
    Path checkpoint = TestingCluster.checkpointOfTheRest(settings("unused"), FinishedSource::build);

    SavepointReport report = SavepointReport.of(SnapshotFiles.at(checkpoint.toString()));
    OperatorSnapshot finished =
        SnapshotFiles.at(checkpoint.toString()).metadata().operator("finished");

    assertThat(report.damage()).isEmpty();
    assertThat(finished.isFinished()).isTrue();
    assertThat(Rows.keyed(checkpoint, "live"))
        .containsExactly("{\"operator\":\"live\",\"state\":\"value\",\"key\":0,\"value\":0}");
  }

  private Map<String, String> settings(String enabled) {
    Map<String, String> settings = new HashMap<>();
    settings.put("state.backend.type", "hashmap");
    settings.put("parallelism.default", "1");
    settings.put("pipeline.max-parallelism", "4");
    settings.put("execution.checkpointing.dir", directory.toUri().toString());
    settings.put("execution.checkpointing.interval", "10 h");
    settings.put(
        "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
    settings.put("execution.checkpointing.tolerable-failed-checkpoints", "1000");
    settings.put(enabled, "true");
    return settings;
  }
}
