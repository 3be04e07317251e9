// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What takes too long to be done with every build. */
@Tag("long")
class LongFaultsITCase {
  private static final int RATE = 3_000;
  private static final String CHECKPOINTED =
      """
      settings: {parallelism: 2, checkpoint: {every: 1s}}
      """;

  /** That the comparison can fail. */
  @Test
  void isRedWithoutCheckpoints() throws Exception {
    try (FaultRun run = new FaultRun("no-checkpoints", new Traffic(100_000), RATE)) {
      run.start(Map.of("execution.checkpointing.interval", ""), "settings: {parallelism: 2}\n");
      run.killTaskManagerAfter(20_000);
      assertThat(run.end()).anyMatch(difference -> !difference.isNone());
      run.succeed();
    }
  }

  @Test
  void survivesTenKills() throws Exception {
    try (FaultRun run = new FaultRun("ten-kills", new Traffic(450_000), RATE)) {
      run.start(Map.of(), CHECKPOINTED);
      run.awaitCheckpoint();
      for (int i = 0; i < 4; i++) {
        run.killTaskManager();
        run.killTaskManager();
      }
      run.killLeaderAndTaskManager();
      assertThat(run.end()).allMatch(Difference::isNone);
      run.succeed();
    }
  }

  @Test
  void survivesAFullDisk() throws Exception {
    try (FaultRun run = new FaultRun("full-disk", new Traffic(150_000), RATE);
        SmallDisk disk = SmallDisk.mount(run.checkpoints())) {
      run.start(Map.of(), CHECKPOINTED);
      run.awaitCheckpoint();
      run.fill(disk);
      assertThat(run.end()).allMatch(Difference::isNone);
      run.succeed();
    }
  }

  /** With a step more, longer kept state, and another parallelism. */
  @Test
  void rollsOutAChangedPipeline() throws Exception {
    try (FaultRun run = new FaultRun("roll-out", new Traffic(300_000), RATE)) {
      run.start(Map.of(), CHECKPOINTED);
      run.awaitCheckpoint();
      run.rollOut(
          text ->
              text.replace("  - id: once", "  - {id: known, filter: has(event.user)}\n  - id: once")
                  .replace("kv: {ttl: 1d}", "kv: {ttl: 2d}"));
      run.killTaskManager();
      run.rollOut(text -> text.replace("parallelism: 2", "parallelism: 1"));
      assertThat(run.end()).allMatch(Difference::isNone);
      run.succeed();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"30s", "3m"})
  void survivesACutOfTheNetwork(String length) throws Exception {
    try (FaultRun run = new FaultRun("network-cut-" + length, new Traffic(300_000), RATE)) {
      run.start(Map.of(), CHECKPOINTED);
      run.awaitCheckpoint();
      run.cutNetwork(Duration.parse("PT" + length));
      assertThat(run.end()).allMatch(Difference::isNone);
      run.succeed();
    }
  }
}
