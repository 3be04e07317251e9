// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.rule.KeyedSettings;
import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class SequenceTest {
  private static final List<Timed<String>> EVENTS =
      List.of(at("a", 5), at("b", 6), at("a", 2), at("a", 7), at("b", 1));

  @Test
  void numbersTheEventsOfEachKeyInOrderOfArrival() throws Exception {
    assertThat(keyed(SequenceOptions.fromOne()).run(EVENTS))
        .containsExactly("main a1 @ 5", "main b1 @ 6", "main a2 @ 2", "main a3 @ 7", "main b2 @ 1");
  }

  @Test
  void startsWhereItIsToldTo() throws Exception {
    assertThat(keyed(SequenceOptions.from(-1)).run(EVENTS))
        .containsExactly(
            "main a-1 @ 5", "main b-1 @ 6", "main a0 @ 2", "main a1 @ 7", "main b0 @ 1");
  }

  @Test
  void numbersTheWholeStreamWithoutAKey() throws Exception {
    Sameness<String> all =
        Sameness.of(
            Types.STRING,
            events ->
                Sequence.onAll(
                    events,
                    (event, number) -> event + number,
                    SequenceOptions.fromOne(),
                    Types.STRING,
                    "number"));

    assertThat(all.run(EVENTS))
        .containsExactly("main a1 @ 5", "main b2 @ 6", "main a3 @ 2", "main a4 @ 7", "main b5 @ 1");
  }

  @Test
  void putsEventsBeyondTheLastNumberAside() throws Exception {
    assertThat(keyed(SequenceOptions.from(Long.MAX_VALUE)).run(EVENTS))
        .containsExactly(
            "main a9223372036854775807 @ 5",
            "main b9223372036854775807 @ 6",
            "invalid a @ 2",
            "invalid a @ 7",
            "invalid b @ 1");
  }

  @Test
  void givesNoNumberToAnEventThatItsFunctionRefuses() throws Exception {
    Sameness<String> picky =
        Sameness.of(
            Types.STRING,
            events ->
                Sequence.on(
                    events.keyBy(event -> event.substring(0, 1), Types.STRING),
                    (event, number) -> {
                      if (event.length() > 1) {
                        throw new InvalidEventException("Invalid event: too long");
                      }
                      return event + number;
                    },
                    SequenceOptions.fromOne(),
                    Types.STRING,
                    "number"));

    assertThat(picky.run(List.of(at("a", 0), at("aa", 1), at("a", 2))))
        .containsExactly("main a1 @ 0", "invalid aa @ 1", "main a2 @ 2");
  }

  @Test
  void answersTheSameHoweverItIsRun() throws Exception {
    keyed(SequenceOptions.from(7)).outOfOrderness(10).check(EVENTS);
  }

  @Test
  void runsInOneSubtaskWithoutAKey() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(4);

    assertThat(all(env, SequenceOptions.fromOne()).getParallelism()).isEqualTo(1);
  }

  @Test
  void refusesToCapKeysWhereThereAreNone() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    SequenceOptions capped =
        SequenceOptions.fromOne().with(KeyedSettings.EVENT_TIME.withMaxKeys(5));

    assertThatThrownBy(() -> all(env, capped))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid max-keys: needs a key but was 5");
  }

  private static DataStream<String> all(StreamExecutionEnvironment env, SequenceOptions options) {
    return Sequence.onAll(
        env.fromData("a"), (event, number) -> event, options, Types.STRING, "number");
  }

  private static Sameness<String> keyed(SequenceOptions options) {
    return Sameness.of(
        Types.STRING,
        events ->
            Sequence.on(
                events.keyBy(event -> event, Types.STRING),
                (event, number) -> event + number,
                options,
                Types.STRING,
                "number"));
  }

  private static Timed<String> at(String value, long time) {
    return new Timed<>(value, time);
  }
}
