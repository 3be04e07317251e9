// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import io.drey.state.snapshot.serializer.SnapshotFamily;
import io.drey.state.snapshot.serializer.SnapshotOutput;
import io.drey.state.snapshot.serializer.UnwritableSnapshotException;
import io.drey.state.snapshot.type.BytesType;
import io.drey.state.snapshot.type.ChoiceType;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.SequenceType.Marks;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;

/** The snapshots of Flink's serializers of arrays, collections, and one of two values. */
final class CollectionSnapshots {
  private static final String FLINK = "org.apache.flink.";
  private static final String BASE = FLINK + "api.common.typeutils.base.";
  private static final String RUNTIME = FLINK + "api.java.typeutils.runtime.";
  private static final String LIST = BASE + "ListSerializerSnapshot";
  private static final String SET = BASE + "SetSerializerSnapshot";
  private static final String MAP = BASE + "MapSerializerSnapshot";
  private static final String EITHER = RUNTIME + "JavaEitherSerializerSnapshot";
  private static final String OBJECTS = BASE + "GenericArraySerializerSnapshot";
  private static final int VERSION = 1;

  private final SnapshotFamily family = new SnapshotFamily();

  private CollectionSnapshots() {}

  static SnapshotFamily all() {
    CollectionSnapshots snapshots = new CollectionSnapshots();
    snapshots.arrays();
    snapshots.collections();
    snapshots.ofFlink1();
    snapshots.writings();
    return snapshots.family;
  }

  private void arrays() {
    array("Boolean", Scalar.BOOLEAN);
    array("Short", Scalar.SHORT);
    array("Int", Scalar.INT);
    array("Long", Scalar.LONG);
    array("Float", Scalar.FLOAT);
    array("Double", Scalar.DOUBLE);
    array("Char", Scalar.CHAR);
    ValueType strings = SequenceType.arrayWithoutNulls(StringType.STRING);
    family.simple(BASE + "array.BytePrimitiveArray", BytesType.BYTES);
    family.simple(BASE + "array.StringArray", strings);
    family.put(
        OBJECTS,
        body -> {
          body.outerVersion();
          body.in().readUtf();
          return SequenceType.array(body.nested(1).get(0));
        });
  }

  private void array(String name, ValueType element) {
    family.simple(
        BASE + "array." + name + "PrimitiveArray", SequenceType.arrayWithoutNulls(element));
  }

  private void collections() {
    family.one(LIST, SequenceType::list);
    family.one(SET, SequenceType::set);
    family.one(FLINK + "runtime.state.ArrayListSerializerSnapshot", SequenceType::list);
    family.two(MAP, MapType::new);
    family.two(EITHER, CollectionSnapshots::either);
  }

  /** Adds the forms of arrays and choices that Flink 1 kept beside the newer ones. */
  private void ofFlink1() {
    family.put(
        BASE + "GenericArraySerializerConfigSnapshot",
        body -> {
          body.in().readUtf();
          return SequenceType.array(body.nested(1).get(0));
        });
    family.put(
        RUNTIME + "EitherSerializerSnapshot",
        body -> {
          List<ValueType> parts = body.nested(2);
          return either(parts.get(0), parts.get(1));
        });
  }

  private static ValueType either(ValueType left, ValueType right) {
    return ChoiceType.of("Either", Field.of("left", left), 1, Field.of("right", right), 0);
  }

  private void writings() {
    family.writes(
        SequenceType.class,
        SequenceType::isList,
        (list, out) -> out.composite(LIST, VERSION, list.element()));
    family.writes(
        SequenceType.class,
        set -> set.marks() == Marks.TRUE_IF_NULL,
        (set, out) -> out.composite(SET, VERSION, set.element()));
    family.writes(
        SequenceType.class,
        array -> array.marks() == Marks.TRUE_IF_PRESENT && array.isArray(),
        CollectionSnapshots::objects);
    family.writes(
        MapType.class,
        map -> true,
        (map, out) -> out.composite(MAP, VERSION, map.key(), map.value()));
    family.writes(
        ChoiceType.class,
        choice -> choice.text().startsWith("Either<"),
        (choice, out) ->
            out.composite(EITHER, VERSION, choice.first().type(), choice.second().type()));
  }

  private static void objects(SequenceType array, SnapshotOutput out) {
    String className = ClassNames.of(array.element());
    if (className == null) {
      throw new UnwritableSnapshotException(array, "the class of its elements is not known");
    }
    out.beginComposite(OBJECTS, VERSION);
    out.out().writeUtf(className);
    out.nested(List.of(array.element()));
  }
}
