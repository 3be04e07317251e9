// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.rule.KeyedSettings;
import io.drey.operators.sameness.Subtask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** What is kept, for how long, and under which clock. */
class ScriptStateTest {
  private static final Duration TTL = Duration.ofMillis(100);

  @Test
  void needsNoTimeWithoutATtl() throws Exception {
    try (Harness script = open(Commands.PLAIN, ScriptOptions.forever())) {
      script.see("a put n 1", "a get n; size");

      assertThat(script.values()).containsExactly("a ok", "a 1 1");
    }
  }

  @Test
  void keepsNothingOfAKeyThatHasNoEntries() throws Exception {
    try (Harness script = open(Commands.PLAIN, ScriptOptions.forever())) {
      script.see("a get n", "b put n 1", "c put n 1; remove n", "b put m 1");
      assertThat(script.entries()).isEqualTo(2);

      script.see("b remove n; remove m");
      assertThat(script.entries()).isZero();
    }
  }

  @Test
  void knowsAKeyThatHasBegunWithoutEntries() throws Exception {
    try (Harness script = open(Commands.BEGINNING_AND_ENDING, ScriptOptions.forever())) {
      script.see("a clear", "a clear");

      assertThat(script.values()).containsExactly("a begins", "a ok", "a ok");
      assertThat(script.entries()).isEqualTo(1);
    }
  }

  @Test
  void freesEntriesByOneTimerAKey() throws Exception {
    try (Harness script = open(Commands.PLAIN, ScriptOptions.expiring(TTL))) {
      for (int i = 0; i < 90; i++) {
        script.seeAt(i, "a put n" + i + " 1");
      }
      assertThat(script.timers()).isEqualTo(1);
      assertThat(script.expiring("a")).hasSize(90);

      script.advanceTo(99);
      assertThat(script.expiring("a")).hasSize(90);

      script.advanceTo(110);
      assertThat(script.expiring("a")).hasSize(89);
      assertThat(script.timers()).isEqualTo(1);

      script.advanceTo(189);
      assertThat(script.entries()).isZero();
      assertThat(script.timers()).isZero();
    }
  }

  @Test
  void keepsTheTimeOfAKeyWithoutEntriesUntilItHasPassed() throws Exception {
    try (Harness script = open(Commands.PLAIN, ScriptOptions.expiring(TTL))) {
      script.seeAt(0, "a put n 1");
      script.seeAt(9, "a remove n");
      script.seeAt(12, "a size");
      script.advanceTo(11);
      script.seeAt(12, "b size");
      assertThat(script.timers()).isEqualTo(2);
      assertThat(script.entries()).isEqualTo(2);

      script.advanceTo(12);
      assertThat(script.timers()).isZero();
      assertThat(script.entries()).isZero();
    }
  }

  @Test
  void takesTheWatermarkForTheTimeOfALateEvent() throws Exception {
    try (Harness script = open(Commands.PLAIN, ScriptOptions.expiring(TTL))) {
      script.seeAt(0, "a put n 1");
      script.seeAt(50, "a put m 1");
      script.advanceTo(120);
      script.seeAt(60, "a get n; get m");

      assertThat(script.values()).containsExactly("a ok", "a ok", "a null 1");
    }
  }

  @Test
  void forgetsAnEntryWhenTheClockHasPassedItsTtl() throws Exception {
    ScriptOptions options = ScriptOptions.expiring(TTL).with(KeyedSettings.PROCESSING_TIME);
    try (Harness script = open(Commands.BEGINNING_AND_ENDING, options)) {
      script.clock(0);
      script.see("a put n 1; put m 1");
      script.clock(60);
      script.see("a put m 1; size");
      script.clock(101);
      script.see("a get n; get m; size; names");
      script.harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(script.values())
          .containsExactly("a begins", "a ok ok", "a ok 3", "a null 1 1 [m]", "a ends with [m]");
      assertThat(script.entries()).isZero();
      assertThat(script.timers()).isZero();
    }
  }

  @Test
  void clearsWhatItGivesUpAndDoesNotEndIt() throws Exception {
    for (Program<String, String, String> program :
        List.of(Commands.PLAIN, Commands.BEGINNING_AND_ENDING)) {
      for (ScriptOptions options :
          List.of(ScriptOptions.forever(), ScriptOptions.expiring(Duration.ofDays(1)))) {
        ScriptOptions capped = options.with(KeyedSettings.EVENT_TIME.withMaxKeys(1));
        try (Harness script = new Harness(subtask(program, capped).at(0, 1, 1).open())) {
          script.seeAt(0, "a put n 1");
          script.seeAt(1, "b put n 1");
          script.seeAt(2, "a get n");
          int ofOneKey = (program.end() == null ? 0 : 1) + (options.ttl() == null ? 0 : 1);
          assertThat(script.timers()).isEqualTo(ofOneKey);

          script.advanceTo(Long.MAX_VALUE);
          assertThat(script.values()).contains("a null").doesNotContain("b ends with [begun, n]");
          assertThat(script.timers()).isZero();
        }
      }
    }
  }

  @Test
  void goesOnWhereASnapshotWasTaken() throws Exception {
    OperatorSubtaskState snapshot;
    try (Harness script = open(Commands.BEGINNING_AND_ENDING, ScriptOptions.expiring(TTL))) {
      script.seeAt(0, "a put n 1");
      snapshot = script.harness.snapshot(1, 1);
    }
    try (Harness script =
        new Harness(
            subtask(Commands.BEGINNING_AND_ENDING, ScriptOptions.expiring(TTL))
                .open(snapshot, 1))) {
      script.seeAt(99, "a get n");
      script.seeAt(100, "a get n");
      script.advanceTo(Long.MAX_VALUE);

      assertThat(script.values()).containsExactly("a 1", "a null", "a ends with []");
    }
  }

  private static Subtask<String, String> subtask(
      Program<String, String, String> program, ScriptOptions options) {
    return Subtask.of(Types.STRING, events -> Commands.attach(events, program, options));
  }

  private static Harness open(Program<String, String, String> program, ScriptOptions options)
      throws Exception {
    return new Harness(subtask(program, options).open());
  }

  private record Harness(KeyedOneInputStreamOperatorTestHarness<String, String, String> harness)
      implements AutoCloseable {
    void see(String... events) throws Exception {
      for (String event : events) {
        harness.processElement(new StreamRecord<>(event));
      }
    }

    void seeAt(long time, String event) throws Exception {
      harness.processElement(new StreamRecord<>(event, time));
    }

    void advanceTo(long watermark) throws Exception {
      harness.processWatermark(new Watermark(watermark));
    }

    void clock(long millis) throws Exception {
      harness.setProcessingTime(millis);
      harness.setStateTtlProcessingTime(millis);
    }

    List<String> values() {
      return new ArrayList<>(harness.extractOutputValues());
    }

    int entries() {
      return harness.numKeyedStateEntries();
    }

    /** All that is there, expired or not. */
    Iterable<String> expiring(String key) throws Exception {
      KeyedStateBackend<String> backend =
          ((AbstractStreamOperator<?>) harness.getOperator()).getKeyedStateBackend();
      backend.setCurrentKey(key);
      return backend
          .getPartitionedState(
              VoidNamespace.INSTANCE,
              VoidNamespaceSerializer.INSTANCE,
              ScriptState.expiringEntries())
          .keys();
    }

    int timers() {
      return harness.numEventTimeTimers() + harness.numProcessingTimeTimers();
    }

    @Override
    public void close() throws Exception {
      harness.close();
    }
  }
}
