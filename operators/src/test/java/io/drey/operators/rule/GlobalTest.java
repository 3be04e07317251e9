// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class GlobalTest {
  @Test
  void putsEveryEventUnderTheKeyOfNoValues() throws Exception {
    KeyedStream<Integer, String> keyed =
        Global.keyed(StreamExecutionEnvironment.getExecutionEnvironment().fromData(1, 2));

    assertThat(keyed.getKeySelector().getKey(1)).isEqualTo("[]");
    assertThat(keyed.getKeySelector().getKey(2)).isEqualTo("[]");
  }

  @Test
  void hasNoNumberOfKeysToCap() {
    Global.check(null);

    assertThatThrownBy(() -> Global.check(5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid max-keys: needs a key but was 5");
  }
}
