// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.rule.KeyedSettings;
import java.time.Duration;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class BatchOptionsTest {
  @Test
  void waitsForAFullBatchInEventTimeByDefault() {
    assertThat(BatchOptions.ofSize(4))
        .isEqualTo(new BatchOptions(4, null, KeyedSettings.EVENT_TIME));
  }

  @Test
  void changesOneOptionAtATime() {
    assertThat(
            BatchOptions.ofSize(4)
                .withTimeout(Duration.ofSeconds(5))
                .with(KeyedSettings.PROCESSING_TIME))
        .isEqualTo(new BatchOptions(4, Duration.ofSeconds(5), KeyedSettings.PROCESSING_TIME));
  }

  @Test
  void rejectsEmptyBatches() {
    assertThatThrownBy(() -> BatchOptions.ofSize(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid size: must be at least 1 but was 0");
  }

  @Test
  void rejectsZeroTimeout() {
    assertThatThrownBy(() -> BatchOptions.ofSize(4).withTimeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid timeout: must be at least 1 ms but was PT0S");
  }

  @Test
  void takesATimeoutBeyondTheRangeOfMilliseconds() {
    BatchOptions patient = BatchOptions.ofSize(4).withTimeout(Duration.ofSeconds(Long.MAX_VALUE));

    assertThat(patient.timeoutMillis()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void keepsItsStateWithoutKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(OpenBatch.class);
  }
}
