// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.scala;

import io.drey.state.snapshot.serializer.SnapshotBody;
import io.drey.state.snapshot.serializer.SnapshotFamily;
import io.drey.state.snapshot.type.ChoiceType;
import io.drey.state.snapshot.type.ClassName;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.FieldsType;
import io.drey.state.snapshot.type.OptionalType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.SequenceType.Marks;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The serializer snapshots of Flink's Scala API. */
public final class ScalaSnapshots {
  private static final String SCALA = "org.apache.flink.api.scala.typeutils.";

  /** Tuples keep their full name, since their hashes are not those of Flink's tuples. */
  private static final String TUPLE = "scala.Tuple";

  private ScalaSnapshots() {}

  /** Returns the snapshots. */
  public static Map<String, Function<SnapshotBody, ValueType>> all() {
    SnapshotFamily family = new SnapshotFamily();
    family.put(SCALA + "ScalaCaseClassSerializerSnapshot", ScalaSnapshots::caseClass);
    family.put(SCALA + "Tuple2CaseClassSerializerSnapshot", ScalaSnapshots::caseClass);
    family.put(SCALA + "TraversableSerializerSnapshot", ScalaSnapshots::traversable);
    family.put(SCALA + "ScalaEnumSerializerSnapshot", ScalaSnapshots::enumeration);
    family.one(SCALA + "ScalaOptionSerializerSnapshot", OptionalType::new);
    family.two(
        SCALA + "ScalaEitherSerializerSnapshot",
        (left, right) ->
            ChoiceType.of("Either", Field.of("left", left), 1, Field.of("right", right), 0));
    family.two(
        SCALA + "ScalaTrySerializerSnapshot",
        (value, failure) ->
            ChoiceType.of("Try", Field.of("success", value), 1, Field.of("failure", failure), 0));
    family.put(SCALA + "UnitSerializer$UnitSerializerSnapshot", body -> body.simple(Scalar.VOID));
    // never writes a value: there is none of its type
    family.put(SCALA + "NothingSerializerSnapshot", body -> body.simple(Scalar.NULL_VALUE));
    return family.byClass();
  }

  private static ValueType caseClass(SnapshotBody body) {
    body.outerVersion();
    String className = body.in().readUtf();
    List<ValueType> types = body.nested();
    boolean isTuple = className.startsWith(TUPLE);
    String name = isTuple ? specialized(className) : ClassName.simple(className);
    return new FieldsType(
        name + "<" + FieldsType.texts(types) + ">",
        isTuple ? numberedFromOne(types) : FieldsType.numbered(types));
  }

  /** Returns {@code scala.Tuple2} for {@code scala.Tuple2$mcJJ$sp}, a tuple of two longs. */
  private static String specialized(String tuple) {
    int end = tuple.indexOf('$');
    return end < 0 ? tuple : tuple.substring(0, end);
  }

  private static List<Field> numberedFromOne(List<ValueType> types) {
    List<Field> fields = new ArrayList<>();
    for (ValueType type : types) {
      fields.add(Field.of("_" + (fields.size() + 1), type));
    }
    return List.copyOf(fields);
  }

  /** Reads a collection, of which the snapshot has the Scala code that builds it. */
  private static ValueType traversable(SnapshotBody body) {
    body.outerVersion();
    body.in().readUtf();
    ValueType element = body.nested(1).get(0);
    return new SequenceType("Traversable<" + element.text() + ">", element, Marks.TRUE_IF_PRESENT);
  }

  private static ValueType enumeration(SnapshotBody body) {
    String className = body.in().readUtf();
    Map<Integer, String> names = new LinkedHashMap<>();
    for (int rest = body.in().readCount(); rest > 0; rest--) {
      String name = body.in().readUtf();
      names.put(body.in().readInt(), name);
    }
    return new EnumerationType(className, Collections.unmodifiableMap(names));
  }
}
