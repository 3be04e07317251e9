// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sessionize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.rule.KeyedSettings;
import java.time.Duration;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class SessionizeOptionsTest {
  @Test
  void leavesTheGapToTheFunctionsByDefault() {
    assertThat(SessionizeOptions.usual())
        .isEqualTo(new SessionizeOptions(null, null, 10_000, KeyedSettings.EVENT_TIME));
  }

  @Test
  void changesOneOptionAtATime() {
    assertThat(
            SessionizeOptions.withGap(Duration.ofMinutes(5))
                .withMaxDuration(Duration.ofHours(1))
                .withMaxEvents(7)
                .with(KeyedSettings.PROCESSING_TIME))
        .isEqualTo(
            new SessionizeOptions(
                Duration.ofMinutes(5), Duration.ofHours(1), 7, KeyedSettings.PROCESSING_TIME));
  }

  @Test
  void rejectsZeroGap() {
    assertThatThrownBy(() -> SessionizeOptions.withGap(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid gap: must be at least 1 ms but was PT0S");
  }

  @Test
  void rejectsZeroDuration() {
    assertThatThrownBy(() -> SessionizeOptions.usual().withMaxDuration(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid max-duration: must be at least 1 ms but was PT0S");
  }

  @Test
  void rejectsSessionsWithoutEvents() {
    assertThatThrownBy(() -> SessionizeOptions.usual().withMaxEvents(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid max-events: must be at least 1 but was 0");
  }

  @Test
  void keepsItsStateWithoutKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(OpenSession.class);
  }
}
