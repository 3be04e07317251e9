// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class SeparateLateTest {
  @Test
  void passesCommandsOnAndTellsOfMarkers() throws Exception {
    try (OneInputStreamOperatorTestHarness<Tuple2<Long, String>, String> late =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new SeparateLate<>(Types.STRING, "store")))) {
      late.open();
      late.processElement(new StreamRecord<>(Tuple2.of(Routes.TO_SCOPE, "set a k 1"), 5));
      late.processElement(new StreamRecord<>(Tuple2.of(Routes.marker(9, 3), "list_groups"), 6));

      assertThat(late.extractOutputStreamRecords())
          .containsExactly(new StreamRecord<>("set a k 1", 5));
      assertThat(late.getSideOutput(KvStore.groupScopes(Types.STRING)))
          .containsExactly(
              new StreamRecord<>(new GroupScopes<>(9, "list_groups", List.of(), true), 6));
    }
  }
}
