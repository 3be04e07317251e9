// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.order.OrderByTime;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** One answer a listing, once each of three key groups has reported. */
class GatherScopesTest {
  private static final int KEY_GROUPS = 3;

  @Test
  void answersOnceAllHaveTold() throws Exception {
    try (Harness groups = open()) {
      tell(groups, scopes(7, "b", "d"), scopes(7), scopes(8, "x"), scopes(7, "c", "a"));
      assertThat(groups.extractOutputValues()).containsExactly("list_groups 7 -> [a, b, c, d]");

      tell(groups, scopes(8), scopes(8, "w"));
      assertThat(groups.extractOutputValues())
          .containsExactly("list_groups 7 -> [a, b, c, d]", "list_groups 8 -> [w, x]");
      assertThat(groups.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void aListingThatIsLateForSomeLeavesByLateOnce() throws Exception {
    try (Harness groups = open()) {
      tell(groups, scopes(1, "a"), late(1));
      assertThat(groups.getSideOutput(OrderByTime.late(Types.STRING))).isNull();
      tell(groups, scopes(1, "b"));
      tell(groups, late(2), late(2), late(2));
      tell(groups, scopes(3, "c"), scopes(3), scopes(3));

      assertThat(groups.getSideOutput(OrderByTime.late(Types.STRING)))
          .containsExactly(
              new StreamRecord<>("list_groups 1", 5), new StreamRecord<>("list_groups 2", 5));
      assertThat(groups.extractOutputValues()).containsExactly("list_groups 3 -> [c]");
      assertThat(groups.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void goesOnWithAListingThatASnapshotFoundUnderWay() throws Exception {
    OperatorSubtaskState snapshot;
    try (Harness groups = open()) {
      tell(groups, scopes(1, "a"), late(2));
      snapshot = groups.snapshot(1, 1);
    }
    try (Harness groups = new Harness()) {
      groups.initializeState(snapshot);
      groups.open();
      tell(groups, scopes(1), scopes(2), scopes(2), scopes(1, "b"));

      assertThat(groups.extractOutputValues()).containsExactly("list_groups 1 -> [a, b]");
      assertThat(groups.getSideOutput(OrderByTime.late(Types.STRING)))
          .containsExactly(new StreamRecord<>("list_groups 2", 5));
    }
  }

  private static Harness open() throws Exception {
    Harness harness = new Harness();
    harness.open();
    return harness;
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // they are only read
  private static void tell(Harness groups, GroupScopes<String>... parts) throws Exception {
    for (GroupScopes<String> part : parts) {
      groups.processElement(new StreamRecord<>(part, 5));
    }
  }

  private static GroupScopes<String> scopes(long listing, String... scopes) {
    return new GroupScopes<>(listing, "list_groups " + listing, List.of(scopes), false);
  }

  private static GroupScopes<String> late(long listing) {
    return new GroupScopes<>(listing, "list_groups " + listing, List.of(), true);
  }

  private static final class Harness
      extends KeyedOneInputStreamOperatorTestHarness<Long, GroupScopes<String>, String> {
    Harness() throws Exception {
      super(
          new KeyedProcessOperator<>(
              new GatherScopes<>(
                  new CommandLines(), CommandLines::answer, Types.STRING, KEY_GROUPS, "store")),
          GroupScopes::listing,
          Types.LONG);
    }
  }
}
