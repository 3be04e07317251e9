// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever is killed under load, nothing is lost, nothing is doubled, and keys keep their order.
 */
class FaultsITCase {
  private static final int RATE = 3_000;
  private static final String CHECKPOINTED =
      """
      settings: {parallelism: 2, checkpoint: {every: 1s}}
      """;

  @Test
  @Tag("short")
  void survivesTheLossOfEachProcess() throws Exception {
    try (FaultRun run = new FaultRun("each-process", new Traffic(240_000), RATE)) {
      run.start(Map.of(), CHECKPOINTED);
      run.awaitCheckpoint();
      run.killTaskManager();
      run.restartBroker();
      run.killLeader();
      run.killTaskManager();
      assertThat(run.end()).allMatch(Difference::isNone);
      run.succeed();
    }
  }
}
