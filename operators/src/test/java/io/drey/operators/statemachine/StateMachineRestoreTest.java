// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

/** What is kept, and what becomes of it where the definition has changed. */
class StateMachineRestoreTest {
  @Test
  void keepsItsPlaceWhereAStateIsAdded() throws Exception {
    StateMachineBuilder longer =
        StateMachineDefinition.startingIn("A")
            .when("A", "x", "FIRST")
            .when("FIRST", "x", "B")
            .when("B", "y", "C")
            .when("C", "y", "END")
            .timeout("B", Duration.ofMillis(100), "C")
            .endingIn("END");

    assertThat(goOn(timed(), longer, "a-2:y", 50)).containsExactly("a-2:y C");
    assertThat(goOn(timed(), longer, "a-2:y", 101)).containsExactly("a B -> C at 100", "a-2:y END");
  }

  @Test
  void isInTheInitialStateWhereItsOwnIsGone() throws Exception {
    StateMachineBuilder renamed =
        StateMachineDefinition.startingIn("A")
            .when("A", "x", "RENAMED")
            .when("RENAMED", "y", "END")
            .timeout("RENAMED", Duration.ofMillis(100), "END")
            .endingIn("END");

    assertThat(goOn(timed(), renamed, "a-2:x", 50))
        .containsExactly("a-2:x RENAMED", "a RENAMED -> END at 150");
    assertThat(goOn(timed(), renamed, "b-2:y", 50)).containsExactly("b-2:y A not [x]");
  }

  @Test
  void freesAStateThatIsGoneWithItsTimer() throws Exception {
    StateMachineBuilder other = StateMachineDefinition.startingIn("A").when("A", "x", "A");
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        TestingMachines.subtask(options(other), 0, 1, savepoint(timed()))) {
      harness.processWatermark(100);

      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(TestingMachines.timeouts(harness)).isEmpty();
    }
  }

  @Test
  void keepsNothingOfAStateThatIsGone() throws Exception {
    StateMachineBuilder other = StateMachineDefinition.startingIn("A").when("A", "x", "A");
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        TestingMachines.subtask(options(other), 0, 1, savepoint(rules()))) {
      harness.processElement("a-2:v", 1);

      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void isInTheInitialStateWhereItsOwnHasBecomeTerminal() throws Exception {
    StateMachineBuilder shorter =
        StateMachineDefinition.startingIn("A").when("A", "x", "B").endingIn("B");

    assertThat(goOn(timed(), shorter, "a-2:x", 50)).containsExactly("a-2:x B");
  }

  @Test
  void measuresATimeoutThatIsAddedFromTheNextEvent() throws Exception {
    assertThat(goOn(rules(), timed(), "a-2:v", 500))
        .containsExactly("a-2:v B not [y]", "a B -> C at 600");
  }

  @Test
  void forgetsATimeoutThatIsRemoved() throws Exception {
    assertThat(goOn(timed(), rules(), "a-2:y", 500)).containsExactly("a-2:y C");
  }

  @Test
  void letsAShorterTimeoutRunOutAtItsOwnInstant() throws Exception {
    StateMachineBuilder shorter = rules().timeout("B", Duration.ofMillis(10), "C");

    assertThat(goOn(timed(), shorter, "b-2:y", 50))
        .containsExactly("b-2:y A not [x]", "a B -> C at 10");
  }

  @Test
  void needsNoKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(MachineState.class);
  }

  @Test
  void writesAndReadsItsResults() throws Exception {
    assertSurvives(
        Transition.type(Types.STRING), new Transition<>("a-1", "A", "B", true, List.of("x", "y")));
    assertSurvives(StateTimeout.type(Types.INT), new StateTimeout<>(7, "A", "B", Instant.EPOCH));
  }

  private static <T> void assertSurvives(TypeInformation<T> type, T value) throws Exception {
    SerializerConfigImpl config = new SerializerConfigImpl();
    config.setGenericTypes(false);
    TypeSerializer<T> serializer = type.createSerializer(config);
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);

    assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
        .isEqualTo(value);
  }

  /** Key a enters B at 0; behind a savepoint another definition sees one event, and the end. */
  private static List<String> goOn(
      StateMachineBuilder before, StateMachineBuilder after, String event, long time)
      throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        TestingMachines.subtask(options(after), 0, 1, savepoint(before))) {
      List<String> seen = new ArrayList<>();
      harness.processElement(event, time);
      seen.addAll(TestingMachines.timeouts(harness));
      seen.addAll(harness.extractOutputValues());
      int inTime = TestingMachines.timeouts(harness).size();
      harness.processWatermark(Watermark.MAX_WATERMARK);
      List<String> all = TestingMachines.timeouts(harness);
      seen.addAll(all.subList(inTime, all.size()));
      assertThat(TestingMachines.timers(harness)).isZero();
      return seen;
    }
  }

  private static OperatorSubtaskState savepoint(StateMachineBuilder definition) throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        TestingMachines.alone(options(definition))) {
      harness.processElement("a-1:x", 0);
      return harness.snapshot(1, 1);
    }
  }

  private static StateMachineOptions options(StateMachineBuilder definition) {
    return StateMachineOptions.of(definition.build());
  }

  private static StateMachineBuilder rules() {
    return StateMachineDefinition.startingIn("A")
        .when("A", "x", "B")
        .when("B", "y", "C")
        .when("C", "y", "END")
        .endingIn("END");
  }

  private static StateMachineBuilder timed() {
    return rules().timeout("B", Duration.ofMillis(100), "C");
  }
}
