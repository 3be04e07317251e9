// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.internal.size.StateSize;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.junit.jupiter.api.Test;

class StateGaugeTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final TestProcessingTimeService thread = new TestProcessingTimeService();
  private long now = 7;
  private int measured;
  private final StateGauge gauge =
      new StateGauge(() -> new StateSize(++measured, 0, 0), thread, () -> now);

  @Test
  void measuresInTheOperatorsThreadOnceASecond() throws Exception {
    assertThat(gauge.look()).isEqualTo(StateSize.NONE);
    thread.setCurrentTime(1);
    assertThat(measured).isZero();

    now += SECOND;
    assertThat(gauge.look()).isEqualTo(StateSize.NONE);
    assertThat(gauge.look()).isEqualTo(StateSize.NONE);
    assertThat(measured).isZero();
    thread.setCurrentTime(2);
    assertThat(gauge.look().keys()).isOne();
    assertThat(measured).isOne();

    now += SECOND;
    gauge.look();
    thread.setCurrentTime(3);
    assertThat(gauge.look().keys()).isEqualTo(2);
  }

  @Test
  void keepsTheSizeBeforeTheEnd() throws Exception {
    gauge.look();
    gauge.last();
    assertThat(gauge.look().keys()).isOne();

    now += SECOND;
    gauge.look();
    thread.setCurrentTime(2);
    gauge.last();

    assertThat(gauge.look().keys()).isOne();
  }

  @Test
  void measuresNothingThatNobodyLooksAt() throws Exception {
    now += SECOND;
    thread.setCurrentTime(2);
    gauge.last();

    assertThat(measured).isZero();
  }

  @Test
  void keepsTheSizeOfATaskThatFailed() throws Exception {
    now += SECOND;
    gauge.look();
    thread.setCurrentTime(2);
    thread.shutdownService();

    now += SECOND;
    assertThat(gauge.look().keys()).isOne();
  }
}
