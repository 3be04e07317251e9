// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.rule.KeyedSettings;
import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static final BatchOptions BY_TWO = BatchOptions.ofSize(2);
  private static final BatchOptions WITHIN_100 =
      BatchOptions.ofSize(10).withTimeout(Duration.ofMillis(100));

  @Test
  void emitsABatchWhenItIsFull() throws Exception {
    assertThat(run(BY_TWO, at("a1", 0), at("b1", 1), at("a2", 2), at("b2", 3)))
        .containsExactly("main a[a1, a2] @ 2", "main b[b1, b2] @ 3");
  }

  @Test
  void emitsTheRestAtTheEndOfInputWithTheTimeOfItsLatestEvent() throws Exception {
    BatchOptions byFour = BatchOptions.ofSize(4);

    assertThat(run(byFour, at("a1", 0), at("a2", 9), at("a3", 5)))
        .containsExactly("main a[a1, a2, a3] @ 9");
  }

  @Test
  void emitsABatchTimeoutAfterItsFirstEvent() throws Exception {
    assertThat(run(WITHIN_100, at("a1", 0), at("a2", 60))).containsExactly("main a[a1, a2] @ 100");
  }

  @Test
  void takesAnEventExactlyTimeoutAfterTheFirst() throws Exception {
    assertThat(run(WITHIN_100, at("a1", 0), at("a2", 100), at("a3", 101)))
        .containsExactly("main a[a1, a2] @ 100", "main a[a3] @ 201");
  }

  @Test
  void measuresFromTheEventThatArrivedFirstRatherThanTheEarliest() throws Exception {
    assertThat(run(WITHIN_100, at("a1", 50), at("a2", 10), at("a3", 150), at("a4", 151)))
        .containsExactly("main a[a1, a2, a3] @ 150", "main a[a4] @ 251");
  }

  @Test
  void keepsTheOrderOfArrival() throws Exception {
    assertThat(run(BatchOptions.ofSize(3), at("a1", 50), at("a2", 10), at("a3", 30)))
        .containsExactly("main a[a1, a2, a3] @ 30");
  }

  @Test
  void emitsEveryEventByItselfWithASizeOfOne() throws Exception {
    assertThat(run(BatchOptions.ofSize(1), at("a1", 0), at("a2", 1)))
        .containsExactly("main a[a1] @ 0", "main a[a2] @ 1");
  }

  @Test
  void startsAgainAfterAFullBatch() throws Exception {
    BatchOptions options = BY_TWO.withTimeout(Duration.ofMillis(100));

    assertThat(run(options, at("a1", 0), at("a2", 60), at("a3", 90), at("a4", 190)))
        .containsExactly("main a[a1, a2] @ 60", "main a[a3, a4] @ 190");
  }

  @Test
  void putsALateEventIntoABatchOfItsOwn() throws Exception {
    List<Timed<String>> late = List.of(at("a1", 0), at("b1", 500), at("a2", 10));

    assertThat(batches(WITHIN_100).freeingState().runWithWatermarks(late))
        .containsExactly("main a[a1] @ 100", "main a[a2] @ 110", "main b[b1] @ 600");
  }

  @Test
  void holdsAtTheEndsOfTime() throws Exception {
    long first = Long.MIN_VALUE + 1;
    long last = Long.MAX_VALUE - 1;

    assertThat(run(WITHIN_100, at("a1", first), at("a2", last)))
        .containsExactly("main a[a1] @ " + (first + 100), "main a[a2] @ " + Long.MAX_VALUE);
  }

  @Test
  void takesAllEventsTogetherWithoutAKey() throws Exception {
    Sameness<String> all =
        Sameness.of(Types.STRING, events -> Batch.ofAll(events, BatchOptions.ofSize(2), "by-two"));

    assertThat(all.run(List.of(at("a1", 0), at("b1", 1), at("c1", 2))))
        .containsExactly("main BatchOf[events=[a1, b1]] @ 1", "main BatchOf[events=[c1]] @ 2");
  }

  @Test
  void runsInOneSubtaskWithoutAKey() {
    DataStream<String> events = StreamExecutionEnvironment.getExecutionEnvironment().fromData("a1");
    SingleOutputStreamOperator<BatchOf<String>> batches = Batch.ofAll(events, BY_TWO, "by-two");

    assertThat(batches.getParallelism()).isEqualTo(1);
    assertThat(batches.getTransformation().getUid()).isEqualTo("by-two");
  }

  @Test
  void hasNoNumberOfKeysToCapWithoutAKey() {
    DataStream<String> events = StreamExecutionEnvironment.getExecutionEnvironment().fromData("a1");
    BatchOptions capped = BY_TWO.with(KeyedSettings.EVENT_TIME.withMaxKeys(5));

    assertThatThrownBy(() -> Batch.ofAll(events, capped, "by-two"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid max-keys: needs a key but was 5");
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // they are only read
  private static List<String> run(BatchOptions options, Timed<String>... events) throws Exception {
    return batches(options).freeingState().run(List.of(events));
  }

  static Sameness<String> batches(BatchOptions options) {
    return Sameness.of(
        Types.STRING,
        events ->
            Batch.on(
                events.keyBy(BatchTest::key, Types.STRING),
                options,
                (key, batch) -> key + batch,
                Types.STRING,
                "batch"));
  }

  static String key(String value) {
    return value.substring(0, 1);
  }

  private static Timed<String> at(String value, long time) {
    return new Timed<>(value, time);
  }
}
