// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.rule.KeyedSettings;
import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Subtask;
import io.drey.operators.sameness.Timed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Programs that look back at the last events of their key. */
class ScriptMemoryTest {
  private static final ScriptOptions FOREVER = ScriptOptions.forever();
  private static final ScriptOptions FOR_100 = ScriptOptions.expiring(Duration.ofMillis(100));

  private static Program<String, String, String> lookingBack(int events) {
    Program<String, String, String> program =
        Program.of(
            (event, scope) -> {
              if (event.endsWith("fail")) {
                throw new InvalidEventException("Cannot fail");
              }
              scope.emit(event + " behind " + scope.lastEvents(2));
            });
    return program.remembering(events, event -> event.substring(2));
  }

  private static Sameness<String> kit(ScriptOptions options) {
    return Sameness.of(Types.STRING, events -> Commands.attach(events, lookingBack(2), options));
  }

  @Test
  void seesTheEventsOfTheKeyBeforeTheCurrentOne() throws Exception {
    assertThat(
            kit(FOREVER)
                .run(
                    List.of(
                        at("a 1", 0), at("b 1", 1), at("a 2", 2), at("a fail", 3), at("a 3", 4))))
        .containsExactly(
            "main a 1 behind [] @ 0",
            "main b 1 behind [] @ 1",
            "main a 2 behind [1] @ 2",
            "invalid a fail @ 3",
            "main a 3 behind [2, 1] @ 4");
  }

  @Test
  void losesAnEventExactlyTtlAfterIt() throws Exception {
    assertThat(
            kit(FOR_100)
                .freeingState()
                .run(
                    List.of(
                        at("a 1", 0),
                        at("a 2", 50),
                        at("a 3", 99),
                        at("a 4", 150),
                        at("a 5", 100),
                        at("a 6", 400))))
        .containsExactly(
            "main a 1 behind [] @ 0",
            "main a 2 behind [1] @ 50",
            "main a 3 behind [2, 1] @ 99",
            "main a 4 behind [3] @ 150",
            "main a 5 behind [4, 3] @ 100",
            "main a 6 behind [] @ 400");
  }

  @Test
  void answersTheSameHoweverItIsRun() throws Exception {
    Random random = new Random(7);
    List<Timed<String>> events = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      events.add(at("k" + random.nextInt(3) + " " + i, i * 20L + random.nextInt(60)));
    }

    kit(FOREVER).outOfOrderness(100).check(events);
    kit(FOR_100).outOfOrderness(100).freeingState().check(events);
  }

  @Test
  void keepsNoMoreThanItLooksBackAt() throws Exception {
    OperatorSubtaskState snapshot;
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> script =
        subtask(5, FOREVER).open()) {
      for (int i = 0; i < 20; i++) {
        script.processElement(new StreamRecord<>("a " + i, i));
      }
      assertThat(script.numKeyedStateEntries()).isEqualTo(2);
      snapshot = script.snapshot(1, 1);
    }
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> script =
        subtask(2, FOREVER).open(snapshot, 1)) {
      script.processElement(new StreamRecord<>("a 20", 20));
      script.processElement(new StreamRecord<>("a 21", 21));

      assertThat(script.extractOutputValues())
          .containsExactly("a 20 behind [19, 18]", "a 21 behind [20, 19]");
    }
  }

  @Test
  void forgetsThemWithTheKeyThatIsEvicted() throws Exception {
    ScriptOptions capped = FOR_100.with(KeyedSettings.EVENT_TIME.withMaxKeys(1));
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> script =
        subtask(2, capped).at(0, 1, 1).open()) {
      script.processElement(new StreamRecord<>("a 1", 0));
      script.processElement(new StreamRecord<>("b 1", 1));
      script.processElement(new StreamRecord<>("a 2", 2));
      assertThat(script.extractOutputValues()).contains("a 2 behind []");

      script.processWatermark(new Watermark(Long.MAX_VALUE));
      assertThat(script.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void looksBackAtUpToAThousandEvents() {
    assertThatThrownBy(() -> lookingBack(0))
        .hasMessage("Invalid events: must be from 1 to 1000 but was 0");
    assertThatThrownBy(() -> lookingBack(1001))
        .hasMessage("Invalid events: must be from 1 to 1000 but was 1001");
  }

  private static Subtask<String, String> subtask(int events, ScriptOptions options) {
    return Subtask.of(Types.STRING, input -> Commands.attach(input, lookingBack(events), options));
  }

  private static Timed<String> at(String value, long time) {
    return new Timed<>(value, time);
  }
}
