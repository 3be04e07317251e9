// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.deduplicate.Deduplicate;
import io.drey.operators.deduplicate.DeduplicateOptions;
import io.drey.operators.sameness.Subtask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** What every operator does with {@code max-keys}, shown on deduplicate: events are their keys. */
class MaxKeysTest {
  private static final DeduplicateOptions THREE =
      DeduplicateOptions.forever().with(KeyedSettings.EVENT_TIME.withMaxKeys(3));

  /** Links of a key that is neither the oldest nor the newest: seen-at, older-key, newer-key. */
  private static final int STATES = 3;

  @Test
  void givesUpTheLeastRecentlyTouchedKey() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        first(THREE).at(0, 1, 1).open()) {
      see(harness, "a", "b", "c", "a", "d", "a", "c", "b");

      assertThat(harness.extractOutputValues()).containsExactly("a", "b", "c", "d", "b");
    }
  }

  @Test
  void keepsWhatARandomReferenceKeeps() throws Exception {
    Random random = new Random(7);
    Set<String> reference = new LinkedHashSet<>();
    List<String> expected = new ArrayList<>();
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        first(THREE).at(0, 1, 1).open()) {
      for (int i = 0; i < 2_000; i++) {
        String key = "k" + random.nextInt(6);
        if (!reference.remove(key)) {
          expected.add(key);
        }
        reference.add(key);
        if (reference.size() > 3) {
          reference.remove(reference.iterator().next());
        }
        see(harness, key);
      }

      assertThat(harness.extractOutputValues()).containsExactlyElementsOf(expected);
      assertThat(harness.numKeyedStateEntries()).isEqualTo(3 * STATES - 1);
    }
  }

  @Test
  void sharesTheCapAmongKeyGroups() throws Exception {
    DeduplicateOptions capped =
        DeduplicateOptions.forever().with(KeyedSettings.EVENT_TIME.withMaxKeys(1_280));
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        first(capped).at(0, 1, 128).open()) {
      for (int i = 0; i < 10_000; i++) {
        see(harness, "k" + i);
      }

      assertThat(harness.numKeyedStateEntries()).isEqualTo(1_280 * STATES - 128);
    }
  }

  @Test
  void goesOnAfterARestoreAtAnotherParallelism() throws Exception {
    OperatorSubtaskState halves;
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> left =
            first(THREE).at(0, 2, 2).open();
        KeyedOneInputStreamOperatorTestHarness<String, String, String> right =
            first(THREE).at(1, 2, 2).open()) {
      for (int i = 0; i < 20; i++) {
        String key = "k" + i;
        see(KeyGroupRangeAssignment.assignToKeyGroup(key, 2) == 0 ? left : right, key);
      }
      halves =
          AbstractStreamOperatorTestHarness.repackageState(
              left.snapshot(1, 1), right.snapshot(1, 1));
    }

    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> whole =
        first(THREE).at(0, 1, 2).open(halves, 2)) {
      see(whole, "k19", "k18");

      assertThat(whole.extractOutputValues()).isEmpty();
      assertThat(whole.numKeyedStateEntries()).isEqualTo(3 * STATES - 2);
      see(whole, "new-1", "new-2", "new-3", "new-4");
      assertThat(whole.numKeyedStateEntries()).isEqualTo(3 * STATES - 2);
    }
  }

  @Test
  void reachesALoweredCapLittleByLittle() throws Exception {
    DeduplicateOptions ten =
        DeduplicateOptions.forever().with(KeyedSettings.EVENT_TIME.withMaxKeys(10));
    OperatorSubtaskState full;
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> before =
        first(ten).at(0, 1, 1).open()) {
      see(before, "a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
      full = before.snapshot(1, 1);
    }

    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> after =
        first(THREE).at(0, 1, 1).open(full, 1)) {
      see(after, "j");
      assertThat(after.numKeyedStateEntries()).isEqualTo(8 * STATES - 1);
      see(after, "j", "j", "j");
      assertThat(after.numKeyedStateEntries()).isEqualTo(3 * STATES - 1);
    }
  }

  @Test
  void forgetsAKeyThatIsFreed() throws Exception {
    DeduplicateOptions within =
        DeduplicateOptions.within(Duration.ofMillis(100))
            .with(KeyedSettings.EVENT_TIME.withMaxKeys(3));
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        first(within).at(0, 1, 1).open()) {
      see(harness, "a", "b", "c", "d");
      harness.processWatermark(new Watermark(1_000));

      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
      seeAt(1_001, harness, "e", "f", "g", "h");
      assertThat(harness.numKeyedStateEntries()).isEqualTo(3 * STATES - 1);
    }
  }

  @Test
  void emitsTheEventsOfAKeyItGivesUpWithTheTimeOfTheEventThatCausedIt() throws Exception {
    DeduplicateOptions last =
        DeduplicateOptions.within(Duration.ofMillis(100))
            .keepingLast()
            .with(KeyedSettings.EVENT_TIME.withMaxKeys(1));
    try (KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        first(last).at(0, 1, 1).open()) {
      harness.processElement(new StreamRecord<>("a", 10));
      harness.processElement(new StreamRecord<>("b", 20));

      assertThat(harness.getSideOutput(Deduplicate.evicted(Types.STRING)))
          .containsExactly(new StreamRecord<>("a", 20));
      assertThat(harness.numEventTimeTimers()).isEqualTo(1);
    }
  }

  @Test
  void rejectsACapOfZero() {
    assertThatThrownBy(() -> KeyedSettings.EVENT_TIME.withMaxKeys(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid max-keys: must be at least 1 but was 0");
  }

  private static void see(
      KeyedOneInputStreamOperatorTestHarness<String, String, String> harness, String... keys)
      throws Exception {
    seeAt(0, harness, keys);
  }

  private static void seeAt(
      long time,
      KeyedOneInputStreamOperatorTestHarness<String, String, String> harness,
      String... keys)
      throws Exception {
    for (String key : keys) {
      harness.processElement(new StreamRecord<>(key, time));
    }
  }

  private static Subtask<String, String> first(DeduplicateOptions options) {
    return Subtask.of(
        Types.STRING,
        events -> Deduplicate.on(events.keyBy(key -> key, Types.STRING), options, "first"));
  }
}
