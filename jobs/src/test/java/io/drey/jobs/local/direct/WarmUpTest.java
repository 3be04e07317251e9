// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WarmUpTest {
  /** One that fails would go unnoticed, and warm nothing. */
  @Test
  void runsItsJobToTheEnd() {
    assertThat(WarmUp.job().end()).succeedsWithin(java.time.Duration.ofSeconds(30));
  }

  @Test
  void isWaitedFor() throws Exception {
    WarmUp warmUp = WarmUp.start();

    warmUp.await();

    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("drey-warm-up"));
  }
}
