// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.deduplicate.Deduplicate;
import io.drey.operators.deduplicate.DeduplicateOptions;
import io.drey.operators.sameness.Subtask;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.throwable.ThrowableClassifier;
import org.apache.flink.runtime.throwable.ThrowableType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DefinitionTest {
  private static final Definition BY_USER =
      Definition.ofKey(List.of("user")).with(Definition.BREAKS, "keep", "first");

  @Test
  void restoresStateOfTheSameDefinition() throws Exception {
    assertThat(secondsAfter(BY_USER, BY_USER)).isEmpty();
  }

  @Test
  void refusesStateOfAnotherKey() {
    Definition other =
        Definition.ofKey(List.of("user", "path")).with(Definition.BREAKS, "keep", "first");

    assertThatThrownBy(() -> secondsAfter(BY_USER, other))
        .isInstanceOf(ChangedDefinitionException.class)
        .hasMessage(
            "Cannot restore 'first': its state would not be found, or misread (key: [\"user\"]"
                + " became [\"user\",\"path\"]): undo that, give the step another id, or"
                + " --allow-changed-key first")
        .satisfies(
            thrown ->
                assertThat(ThrowableClassifier.getThrowableType(thrown))
                    .isEqualTo(ThrowableType.NonRecoverableError));
  }

  @Test
  void refusesTheSameFieldsInAnotherOrder() {
    assertThat(
            Definition.broken(
                Definition.ofKey(List.of("a", "b")).entries(),
                Definition.ofKey(List.of("b", "a")).entries()))
        .containsExactly("key: [\"a\",\"b\"] became [\"b\",\"a\"]");
  }

  @Test
  void refusesStateOfAnotherOption() {
    Definition other = BY_USER.with(Definition.BREAKS, Map.of("keep", "last"));

    assertThatThrownBy(() -> secondsAfter(BY_USER, other))
        .hasMessageContaining("(keep: first became last)");
  }

  @Test
  void restoresWhatMayChangeAndRecordsItAnew() throws Exception {
    Definition other = Definition.ofKey(List.of("path"));

    OperatorSubtaskState changed = snapshot(other.allowingChange(), snapshot(BY_USER, null));

    assertThat(seconds(other, changed)).isEmpty();
    assertThatThrownBy(() -> seconds(BY_USER, changed))
        .isInstanceOf(ChangedDefinitionException.class);
  }

  @Test
  void restoresStateWithoutADefinitionAndRecordsIt() throws Exception {
    OperatorSubtaskState recorded = snapshot(BY_USER, snapshot(null, null));

    assertThat(seconds(BY_USER, recorded)).isEmpty();
    assertThatThrownBy(() -> seconds(Definition.ofKey(List.of("path")), recorded))
        .isInstanceOf(ChangedDefinitionException.class);
  }

  @Test
  void restoresStateWithOptionsThatOnlyRestart() throws Exception {
    Definition restarting = BY_USER.with(Definition.RESTARTS, "count-field", "none");
    Definition counting = BY_USER.with(Definition.RESTARTS, "count-field", "n");

    assertThat(secondsAfter(restarting, counting)).isEmpty();
    assertThat(Definition.restarted(restarting.entries(), counting.entries()))
        .containsExactly("count-field: none became n");
  }

  @Test
  void takesAnOptionThatOneVersionDoesNotKnowForUnchanged() {
    Map<String, String> known = BY_USER.entries();
    Map<String, String> newer =
        BY_USER
            .with(Definition.BREAKS, "ties", "first")
            .with(Definition.RESTARTS, "count-field", "n")
            .entries();

    assertThat(Definition.broken(known, newer)).isEmpty();
    assertThat(Definition.broken(newer, known)).isEmpty();
    assertThat(Definition.restarted(known, newer)).isEmpty();
    assertThat(Definition.restarted(newer, known)).isEmpty();
  }

  @Test
  void comparesInEverySubtaskAfterARescale() throws Exception {
    OperatorSubtaskState one = snapshot(BY_USER, null);
    for (int subtask = 0; subtask < 2; subtask++) {
      Subtask<String, String> other = first(Definition.ofKey(List.of())).at(subtask, 2, 2);
      assertThatThrownBy(() -> other.open(one, 1)).isInstanceOf(ChangedDefinitionException.class);
    }
  }

  @Test
  void isOfKeyedOperatorsAlone() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DataStream<Long> mapped = env.fromSequence(0, 1).map(number -> number).uid("mapped");

    assertThat(mapped).isNotNull();
    assertThatThrownBy(() -> BY_USER.of("mapped", env))
        .hasMessage("Invalid uid: must be of a keyed operator but was 'mapped'");
    assertThatThrownBy(() -> BY_USER.of("other", env))
        .hasMessage("Unknown uid: 'other' of no operator");
  }

  private static List<String> secondsAfter(Definition before, Definition after) throws Exception {
    return seconds(after, snapshot(before, null));
  }

  /** What passes of an event that the restored state has seen. */
  private static List<String> seconds(Definition definition, OperatorSubtaskState state)
      throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        first(definition).open(state, 1)) {
      harness.processElement(new StreamRecord<>("a", 1));
      return harness.extractOutputValues();
    }
  }

  private static OperatorSubtaskState snapshot(
      @Nullable Definition definition, @Nullable OperatorSubtaskState before) throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        before == null ? first(definition).open() : first(definition).open(before, 1)) {
      harness.processElement(new StreamRecord<>("a", 0));
      return AbstractStreamOperatorTestHarness.repackageState(harness.snapshot(1, 1));
    }
  }

  private static Subtask<String, String> first(@Nullable Definition definition) {
    return Subtask.of(
        Types.STRING,
        events -> {
          DataStream<String> first =
              Deduplicate.on(
                  events.keyBy(key -> key, Types.STRING), DeduplicateOptions.forever(), "first");
          if (definition != null) {
            definition.of("first", events.getExecutionEnvironment());
          }
          return first;
        });
  }
}
