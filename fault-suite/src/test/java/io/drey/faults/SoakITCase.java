// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A job that runs for long: nothing of it grows. */
@Tag("soak")
class SoakITCase {
  private static final int RATE = 1_500;
  private static final int PERIODS = 4;
  private static final Duration PERIOD = Duration.ofMinutes(5);

  @Test
  void neitherGrowsNorFallsBehind() throws Exception {
    // the last records are held back until the load may end
    int records = Math.toIntExact(RATE * PERIOD.toSeconds() * PERIODS * 6 / 5);
    try (FaultRun run = new FaultRun("soak", new Traffic(records), RATE)) {
      run.start(
          Map.of("metrics.fetcher.update-interval", "1 s"),
          "settings: {parallelism: 2, checkpoint: {every: 5s}}\n");
      run.awaitCheckpoint();

      List<Vitals> periods = run.soak(PERIODS, PERIOD);

      Vitals warm = periods.get(1);
      Vitals last = periods.get(PERIODS - 1);
      assertThat(last.heap()).isLessThan(warm.heap() * 5 / 4);
      assertThat(last.state()).isLessThan(warm.state() * 5 / 4);
      assertThat(last.behind()).isLessThan(RATE * 10);
      assertThat(run.end()).allMatch(Difference::isNone);
      run.succeed();
    }
  }
}
