// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class RouteCommandsTest {
  private static final int KEY_GROUPS = 2;
  private static final int MAX_PARALLELISM = 128;

  @Test
  void sendsACommandToItsScopeAndAListingToEachKeyGroup() throws Exception {
    try (Harness routes = new Harness(1, 0)) {
      routes.open();
      routes.processElement(new StreamRecord<>("get a k", 5));
      routes.processElement(new StreamRecord<>("list_groups", 6));

      assertThat(routes.extractOutputStreamRecords())
          .containsExactly(
              new StreamRecord<>(Tuple2.of(Routes.TO_SCOPE, "get a k"), 5),
              new StreamRecord<>(Tuple2.of(Routes.marker(0, 0), "list_groups"), 6),
              new StreamRecord<>(Tuple2.of(Routes.marker(0, 1), "list_groups"), 6));
    }
  }

  @Test
  void noListingHasANumberThatOneBeforeItHad() throws Exception {
    List<Long> numbers = new ArrayList<>();
    List<OperatorSubtaskState> states = List.of();
    long checkpoint = 0;
    for (int parallelism : List.of(1, 4, 2, 4, 1)) {
      states = listAt(parallelism, states, checkpoint, numbers);
      checkpoint++;
    }

    assertThat(numbers).doesNotHaveDuplicates().hasSize(1 + 10 + 3 + 10 + 1);
  }

  @Test
  void aListingAfterACheckpointHasAnotherNumberThanOneInIt() throws Exception {
    List<Long> numbers = new ArrayList<>();
    try (Harness routes = new Harness(1, 0)) {
      routes.open();
      routes.processElement(new StreamRecord<>("list_groups", 0));
      routes.snapshot(1, 1);
      routes.processElement(new StreamRecord<>("list_groups", 0));
      routes.addNumbers(numbers);
    }
    try (Harness restored = new Harness(1, 0)) {
      restored.restore(List.of(OperatorSubtaskState.builder().build()), 1);
      restored.open();
      restored.processElement(new StreamRecord<>("list_groups", 0));
      restored.addNumbers(numbers);
    }

    assertThat(numbers).hasSize(3);
    assertThat(numbers.get(0)).isNotIn(numbers.subList(1, 3));
  }

  @Test
  void numbersOfAnyCheckpointFitBesideAKeyGroup() {
    long marker = Routes.marker(Routes.wrapped(Long.MAX_VALUE), KEY_GROUPS - 1);

    assertThat(marker).isPositive();
    assertThat(Routes.group(marker)).isEqualTo(KEY_GROUPS - 1);
  }

  /** Lists once at the first subtask, twice at the second and so on; adds the numbers. */
  private static List<OperatorSubtaskState> listAt(
      int parallelism, List<OperatorSubtaskState> before, long restored, List<Long> numbers)
      throws Exception {
    List<OperatorSubtaskState> after = new ArrayList<>();
    for (int subtask = 0; subtask < parallelism; subtask++) {
      try (Harness routes = new Harness(parallelism, subtask)) {
        routes.restore(before, restored);
        routes.open();
        for (int i = 0; i <= subtask; i++) {
          routes.processElement(new StreamRecord<>("list_groups", 0));
        }
        routes.addNumbers(numbers);
        after.add(routes.snapshot(restored + 1, 1));
      }
    }
    return after;
  }

  private static final class Harness
      extends OneInputStreamOperatorTestHarness<String, Tuple2<Long, String>> {
    private final int parallelism;
    private final int subtask;

    Harness(int parallelism, int subtask) throws Exception {
      super(
          new RouteCommands<>(new CommandLines(), KEY_GROUPS),
          MAX_PARALLELISM,
          parallelism,
          subtask);
      this.parallelism = parallelism;
      this.subtask = subtask;
    }

    void addNumbers(List<Long> numbers) {
      for (Tuple2<Long, String> marker : extractOutputValues()) {
        if (Routes.group(marker.f0) == 0) {
          numbers.add(Routes.listing(marker.f0));
        }
      }
    }

    void restore(List<OperatorSubtaskState> before, long checkpoint) throws Exception {
      if (!before.isEmpty()) {
        setRestoredCheckpointId(checkpoint);
        OperatorSubtaskState all =
            AbstractStreamOperatorTestHarness.repackageState(
                before.toArray(new OperatorSubtaskState[0]));
        initializeState(
            repartitionOperatorState(all, MAX_PARALLELISM, before.size(), parallelism, subtask));
      }
    }
  }
}
