// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountTextTest {
  @Test
  void oneIsSingular() {
    assertThat(CountText.of(0, "key", "keys")).isEqualTo("0 keys");
    assertThat(CountText.of(1, "key", "keys")).isEqualTo("1 key");
    assertThat(CountText.of(1_024, "key", "keys")).isEqualTo("1,024 keys");
  }
}
