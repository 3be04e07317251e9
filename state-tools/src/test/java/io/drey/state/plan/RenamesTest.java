// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.plan.OperatorShape.Knowledge;
import io.drey.state.snapshot.metadata.OperatorHandle.Mode;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.junit.jupiter.api.Test;

class RenamesTest {
  private static final ValueType LONG = SerializerSnapshots.of(LongSerializer.INSTANCE);
  private static final ValueType STRING = SerializerSnapshots.of(StringSerializer.INSTANCE);

  private final OperatorShape old = operator("old", "count", LONG);
  private final OperatorShape oldOrder = operator("old-order", "buffered", STRING);
  private final OperatorShape now = operator("now", "count", LONG);
  private final OperatorShape nowOrder = operator("now-order", "buffered", STRING);
  private final OperatorShape other = operator("other", "count", LONG);
  private final OperatorShape otherOrder = operator("other-order", "buffered", STRING);

  @Test
  void takesTheOnlyOneWithEqualStates() {
    Renames renames = new Renames(List.of(old), List.of(operator("x", "count", STRING), now));

    assertThat(renames.nameOf(old)).isEqualTo(now);
    assertThat(renames.formerNameOf(now)).isEqualTo(old);
  }

  @Test
  void leavesOpenWhichOfTwoItIs() {
    Renames renames = new Renames(List.of(old), List.of(now, other));

    assertThat(renames.nameOf(old)).isNull();
    assertThat(renames.candidates(old)).containsExactly(now, other);
  }

  @Test
  void leavesOpenWhichOfTwoItWas() {
    Renames renames = new Renames(List.of(old, other), List.of(now));

    assertThat(renames.nameOf(old)).isNull();
    assertThat(renames.nameOf(other)).isNull();
    assertThat(renames.candidates(other)).containsExactly(now);
  }

  @Test
  void renamesWhatIsNamedForAnOperatorWithIt() {
    Renames renames = new Renames(List.of(old, oldOrder), List.of(now, nowOrder, otherOrder));

    assertThat(renames.nameOf(old)).isEqualTo(now);
    assertThat(renames.nameOf(oldOrder)).isEqualTo(nowOrder);
  }

  @Test
  void takesNothingForWhatHasNoStates() {
    OperatorShape empty = operator("empty", Map.of());

    assertThat(new Renames(List.of(empty), List.of(operator("also", Map.of()))).nameOf(empty))
        .isNull();
  }

  @Test
  void takesTheOnlyOneOfTheSameNameAndKeyWhoseTypesChanged() {
    OperatorShape before = named("old", "orders", STRING, LONG);
    OperatorShape after = named("now", "orders", STRING, STRING);

    Renames renames =
        new Renames(List.of(before), List.of(named("x", "payments", STRING, STRING), after));

    assertThat(renames.nameOf(before)).isEqualTo(after);
    assertThat(renames.hasSameStates(before)).isFalse();
  }

  @Test
  void takesNothingOfAnotherKeyOrOfANameThatTwoHave() {
    OperatorShape before = named("old", "orders", STRING, LONG);
    OperatorShape otherKey = named("now", "orders", LONG, STRING);
    OperatorShape one = named("one", "orders", STRING, STRING);
    OperatorShape two = named("two", "orders", STRING, STRING);

    assertThat(new Renames(List.of(before), List.of(otherKey)).nameOf(before)).isNull();
    assertThat(new Renames(List.of(before), List.of(one, two)).nameOf(before)).isNull();
    assertThat(new Renames(List.of(one, two), List.of(before)).nameOf(one)).isNull();
  }

  private static OperatorShape named(String uid, String name, ValueType key, ValueType value) {
    return new OperatorShape(
        OperatorId.ofUid(uid, name),
        1,
        128,
        key,
        null,
        Map.of("s", StateShape.ofOperator("s", Mode.UNION, null, value)),
        null,
        Knowledge.ALL);
  }

  private static OperatorShape operator(String uid, String state, ValueType type) {
    return operator(uid, Map.of(state, StateShape.ofOperator(state, Mode.UNION, null, type)));
  }

  private static OperatorShape operator(String uid, Map<String, StateShape> states) {
    return new OperatorShape(
        OperatorId.ofUid(uid, uid), 1, 128, null, null, states, null, Knowledge.ALL);
  }
}
