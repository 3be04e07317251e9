// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.snapshot.metadata.OperatorHandle.Mode;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.NoNamespace;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.MapSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.java.typeutils.runtime.RowSerializer;
import org.apache.flink.runtime.state.ttl.TtlStateFactory.TtlSerializer;
import org.junit.jupiter.api.Test;

class StateComparisonTest {
  private static final ValueType STRING = SerializerSnapshots.of(StringSerializer.INSTANCE);
  private static final ValueType LONG = SerializerSnapshots.of(LongSerializer.INSTANCE);

  private static final TypeSerializer<?> ROW =
      new RowSerializer(new TypeSerializer<?>[] {LongSerializer.INSTANCE}, null, true);
  private static final TypeSerializer<?> ROW_WITHOUT_KIND =
      new RowSerializer(new TypeSerializer<?>[] {LongSerializer.INSTANCE}, null, false);

  private static final List<TypeSerializer<?>> VALUES =
      List.of(LongSerializer.INSTANCE, IntSerializer.INSTANCE, ROW, ROW_WITHOUT_KIND);

  @Test
  void decidesAsAStateBackendDoesOnValuesWithAndWithoutTtl() {
    List<String> otherwise = new ArrayList<>();
    for (String kind : List.of("value", "list", "map")) {
      for (TypeSerializer<?> old : withAndWithoutTtl()) {
        for (TypeSerializer<?> changed : withAndWithoutTtl()) {
          TypeSerializer<?> was = stored(kind, old);
          TypeSerializer<?> is = stored(kind, changed);
          Level ours = compare(shape(kind, was), shape(kind, is)).level();
          Level flinks = FlinksVerdict.ofState(was, is);
          if (ours != flinks) {
            otherwise.add("%s of %s -> %s: %s".formatted(kind, old, changed, flinks));
          }
        }
      }
    }

    assertThat(otherwise).isEmpty();
  }

  @Test
  void refusesAnotherKind() {
    assertThat(
            compare(value(LONG), new StateShape("s", "list", STRING, NoNamespace.VOID, null, LONG))
                .why())
        .isEqualTo("state: value became list");
  }

  @Test
  void migratesNoKeys() {
    StateShape old = value(LONG);
    StateShape changed = new StateShape("s", "value", LONG, NoNamespace.VOID, null, LONG);

    assertThat(compare(old, changed).why())
        .isEqualTo("key: String became Long, and keys are not migrated");
  }

  @Test
  void migratesNoMapKeys() {
    StateShape old = map(SerializerSnapshots.of(ROW));
    StateShape changed = map(SerializerSnapshots.of(ROW_WITHOUT_KIND));

    assertThat(compare(old, changed).why())
        .isEqualTo("map key: the row kind was removed, and RocksDB cannot migrate map keys");
  }

  @Test
  void migratesMapKeysOnHashMapAlone() {
    StateShape old = map(SerializerSnapshots.of(ROW));
    StateShape changed = map(SerializerSnapshots.of(ROW_WITHOUT_KIND));

    assertThat(StateComparison.of(old, changed, Backend.HASHMAP).level()).isEqualTo(Level.MIGRATED);
    assertThat(StateComparison.of(old, changed, Backend.ROCKSDB).level())
        .isEqualTo(Level.INCOMPATIBLE);
  }

  @Test
  void tellsOfATtlThatComesOrGoes() {
    StateShape old = value(LONG);
    StateShape changed = value(SerializerSnapshots.of(ttl(LongSerializer.INSTANCE)));

    assertThat(compare(old, changed).why())
        .isEqualTo("state: TTL was enabled (as if every value was written at the restart)");
    assertThat(compare(changed, old).why()).isEqualTo("state: TTL was disabled");
  }

  @Test
  void refusesAListThatIsHandedOutOtherwise() {
    StateShape old = StateShape.ofOperator("s", Mode.UNION, null, LONG);
    StateShape changed = StateShape.ofOperator("s", Mode.SPLIT_DISTRIBUTE, null, LONG);

    assertThat(compare(old, changed).why()).isEqualTo("state: union list became operator list");
  }

  private static Compatibility compare(StateShape old, StateShape changed) {
    return StateComparison.of(old, changed, Backend.STRICTEST);
  }

  private static StateShape value(ValueType value) {
    return new StateShape("s", "value", STRING, NoNamespace.VOID, null, value);
  }

  private static StateShape map(ValueType mapKey) {
    return new StateShape("s", "map", STRING, NoNamespace.VOID, mapKey, LONG);
  }

  private static List<TypeSerializer<?>> withAndWithoutTtl() {
    List<TypeSerializer<?>> all = new ArrayList<>(VALUES);
    VALUES.forEach(value -> all.add(ttl(value)));
    return all;
  }

  private static <T> TypeSerializer<?> ttl(TypeSerializer<T> value) {
    return new TtlSerializer<>(LongSerializer.INSTANCE, value);
  }

  private static TypeSerializer<?> stored(String kind, TypeSerializer<?> value) {
    return switch (kind) {
      case "list" -> new ListSerializer<>(value);
      case "map" -> new MapSerializer<>(StringSerializer.INSTANCE, value);
      default -> value;
    };
  }

  private static StateShape shape(String kind, TypeSerializer<?> stored) {
    ValueType type = SerializerSnapshots.of(stored);
    if (type instanceof SequenceType list) {
      return new StateShape("s", kind, STRING, NoNamespace.VOID, null, list.element());
    }
    return type instanceof MapType map
        ? new StateShape("s", kind, STRING, NoNamespace.VOID, map.key(), map.value())
        : new StateShape("s", kind, STRING, NoNamespace.VOID, null, type);
  }
}
