// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.rule.KeyedSettings;
import io.drey.operators.sameness.Subtask;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** What stateful leaves of the keys that it gives up. */
class StatefulKeysTest {
  private static final KeyedSettings ONE_KEY = KeyedSettings.EVENT_TIME.withMaxKeys(1);

  @Test
  void givesAKeyUpWithItsTimersAndStartsItAnew() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(new Reminder(), StatefulOptions.forever().with(ONE_KEY))) {
      see(harness, "a-1", 0);
      see(harness, "a-3", 1);
      see(harness, "b-1", 2);
      see(harness, "a-5", 3);
      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(harness.extractOutputValues())
          .containsExactly("a-1 1 0", "a-3 2 0", "b-1 1 0", "a-5 1 0");
      assertThat(harness.getSideOutput(Reminder.REMINDED))
          .containsExactly(new StreamRecord<>("a 1 1", 53), new StreamRecord<>("a 1 2", 73));
    }
  }

  @Test
  void leavesNothingOfAKeyThatItGivesUp() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(new Reminder(), StatefulOptions.within(Duration.ofSeconds(1)).with(ONE_KEY))) {
      see(harness, "a-1", 0);
      int ofOneKey = harness.numKeyedStateEntries();
      int timersOfOneKey = harness.numEventTimeTimers();
      see(harness, "b-1", 1);

      assertThat(ofOneKey).as("value, last-at, ttl-timer, event-timers, newer-key").isEqualTo(5);
      assertThat(harness.numKeyedStateEntries()).isEqualTo(ofOneKey);
      assertThat(timersOfOneKey).as("two reminders and the end").isEqualTo(3);
      assertThat(harness.numEventTimeTimers()).isEqualTo(timersOfOneKey);
    }
  }

  @Test
  void countsAKeyWhoseStateHasEndedNoMore() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        harness(new Tally(), StatefulOptions.forever().with(ONE_KEY))) {
      see(harness, "a x", 0);
      see(harness, "b end", 1);
      see(harness, "a y", 2);

      assertThat(harness.extractOutputValues()).containsExactly("a1/0", "b1/0", "a2/1");
    }
  }

  private static void see(
      KeyedOneInputStreamOperatorTestHarness<String, String, String> harness,
      String event,
      long time)
      throws Exception {
    harness.processElement(new StreamRecord<>(event, time));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, String, String> harness(
      StatefulFunction<String, String, ?, String> function, StatefulOptions options)
      throws Exception {
    return Subtask.of(Types.STRING, events -> TestingStateful.on(events, function, options))
        .at(0, 1, 1)
        .open();
  }
}
