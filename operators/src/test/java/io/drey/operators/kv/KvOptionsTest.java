// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class KvOptionsTest {
  @Test
  void refusesATtlOfNothing() {
    assertThat(KvOptions.expiring(Duration.ofMillis(1)).ttlMillis()).isEqualTo(1);
    assertThatThrownBy(() -> KvOptions.expiring(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid ttl: must be at least 1 ms but was PT0S");
    assertThatThrownBy(() -> KvOptions.expiring(Duration.ofNanos(999_999)))
        .hasMessage("Invalid ttl: must be at least 1 ms but was PT0.000999999S");
  }

  @Test
  void refusesValuesOfNoBytes() {
    assertThat(KvOptions.lasting().withMaxValueBytes(1).maxValueBytes()).isEqualTo(1);
    assertThatThrownBy(() -> KvOptions.lasting().withMaxValueBytes(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid max-value-bytes: must be at least 1 but was 0");
  }
}
