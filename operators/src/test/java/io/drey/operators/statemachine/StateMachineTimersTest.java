// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.rule.KeyedSettings;
import java.time.Duration;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** State, timers and the machine's clock. */
class StateMachineTimersTest {
  private static final StateMachineOptions OPTIONS =
      StateMachineOptions.of(
          StateMachineDefinition.startingIn("A")
              .when("A", "x", "LONG")
              .when("LONG", "x", "SHORT")
              .when("SHORT", "x", "LONG")
              .when("*", "end", "END")
              .timeout("LONG", Duration.ofMillis(100), "SHORT")
              .timeout("SHORT", Duration.ofMillis(10), "END")
              .ignoring("i")
              .endingIn("END")
              .build());

  @Test
  void hasOneTimerAKeyHoweverOftenItMoves() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        TestingMachines.alone(OPTIONS)) {
      for (int i = 0; i < 9; i++) {
        harness.processElement("a-" + i + ":x", i);
        assertThat(TestingMachines.timers(harness)).isEqualTo(1);
      }

      harness.processWatermark(17);

      assertThat(TestingMachines.timeouts(harness)).isEmpty();
      assertThat(TestingMachines.timers(harness)).isEqualTo(1);
      harness.processWatermark(118);
      assertThat(TestingMachines.timeouts(harness))
          .containsExactly("a LONG -> SHORT at 108", "a SHORT -> END at 118");
    }
  }

  @Test
  void freesAKeyThatHasEndedAndKeepsNothingOfOneThatHasNotBegun() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        TestingMachines.alone(OPTIONS)) {
      harness.processElement("a-1:i", 0);
      harness.processElement("a-2:none", 1);
      assertThat(harness.numKeyedStateEntries()).isZero();

      harness.processElement("a-3:x", 2);
      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
      harness.processElement("a-4:end", 3);

      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(TestingMachines.timers(harness)).isZero();
    }
  }

  @Test
  void measuresByTheClockOfTheMachine() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        TestingMachines.alone(OPTIONS.with(KeyedSettings.PROCESSING_TIME))) {
      seeAt(harness, 0, "a-1:x");
      seeAt(harness, 100, "b-1:x");
      harness.setProcessingTime(110);

      assertThat(TestingMachines.timeouts(harness))
          .containsExactly("a LONG -> SHORT at 100", "a SHORT -> END at 110");
      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
      seeAt(harness, 111, "b-2:end");
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(TestingMachines.timers(harness)).isZero();
    }
  }

  @Test
  void runsOutAtTheEndOfInputInProcessingTimeToo() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        TestingMachines.alone(OPTIONS.with(KeyedSettings.PROCESSING_TIME))) {
      seeAt(harness, 0, "a-1:x");

      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(TestingMachines.timeouts(harness))
          .containsExactly("a LONG -> SHORT at 100", "a SHORT -> END at 110");
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(TestingMachines.timers(harness)).isZero();
    }
  }

  @Test
  void givesUpTheKeysLongestNotSeen() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        TestingMachines.alone(OPTIONS.with(KeyedSettings.EVENT_TIME.withMaxKeys(1)))) {
      for (int i = 0; i < 1000; i++) {
        harness.processElement("k" + i + "-1:x", 0);
      }

      assertThat(TestingMachines.timers(harness)).isEqualTo(128);
    }
  }

  @Test
  void needsNoTimestampsWithoutTimeouts() throws Exception {
    StateMachineDefinition untimed =
        StateMachineDefinition.startingIn("A").when("A", "x", "B").when("B", "x", "A").build();
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        TestingMachines.alone(StateMachineOptions.of(untimed))) {
      harness.processElement(new StreamRecord<>("a-1:x"));
      harness.processElement(new StreamRecord<>("a-2:x"));

      assertThat(harness.extractOutputValues()).containsExactly("a-1:x B", "a-2:x A");
    }
  }

  private static void seeAt(
      KeyedOneInputStreamOperatorTestHarness<String, String, String> harness,
      long clock,
      String event)
      throws Exception {
    harness.setProcessingTime(clock);
    harness.processElement(new StreamRecord<>(event));
  }
}
