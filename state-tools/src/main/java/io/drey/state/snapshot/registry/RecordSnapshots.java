// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import io.drey.state.snapshot.serializer.NamedSnapshots;
import io.drey.state.snapshot.serializer.SnapshotBody;
import io.drey.state.snapshot.serializer.SnapshotFamily;
import io.drey.state.snapshot.serializer.SnapshotOutput;
import io.drey.state.snapshot.serializer.UnwritableSnapshotException;
import io.drey.state.snapshot.type.ClassName;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.FieldsType;
import io.drey.state.snapshot.type.PojoType;
import io.drey.state.snapshot.type.RowType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;

/** The snapshots of Flink's serializers of POJOs, records, tuples and rows. */
final class RecordSnapshots {
  private static final String RUNTIME = "org.apache.flink.api.java.typeutils.runtime.";
  private static final String POJO = RUNTIME + "PojoSerializerSnapshot";
  private static final String TUPLE = RUNTIME + "TupleSerializerSnapshot";
  private static final String ROW = RUNTIME + "RowSerializer$RowSerializerSnapshot";
  private static final int POJO_VERSION = 2;
  private static final int TUPLE_VERSION = 2;
  private static final int ROW_VERSION = 4;
  private static final int ROW_VERSION_WITH_KIND = 3;

  private RecordSnapshots() {}

  static SnapshotFamily all() {
    SnapshotFamily family = new SnapshotFamily();
    family.put(POJO, RecordSnapshots::pojo);
    family.put(TUPLE, RecordSnapshots::tuple);
    family.put(ROW, RecordSnapshots::row);
    family.simpleClass(RUNTIME + "Tuple0SerializerSnapshot", Scalar.TUPLE0);
    family.writes(PojoType.class, pojo -> true, RecordSnapshots::writePojo);
    family.writes(FieldsType.class, ClassNames::isTuple, RecordSnapshots::writeTuple);
    family.writes(RowType.class, row -> true, RecordSnapshots::writeRow);
    return family;
  }

  private static ValueType pojo(SnapshotBody body) {
    body.in().expectVersion(body.version(), POJO_VERSION, body.className());
    String className = body.in().readUtf();
    return new PojoType(
        className,
        RecordMeanings.of(className, NamedSnapshots.read(body)),
        NamedSnapshots.read(body),
        NamedSnapshots.read(body));
  }

  /**
   * Writes a POJO. Flink takes fields in any order, but reads the values in that of their names.
   */
  private static void writePojo(PojoType type, SnapshotOutput out) {
    if (!type.withFields(type.fields()).equals(type)) {
      throw new UnwritableSnapshotException(type, "its fields are not in the order of their names");
    }
    out.begin(POJO, POJO_VERSION);
    out.out().writeUtf(type.className());
    NamedSnapshots.writeFields(type.fields(), type.className(), out);
    NamedSnapshots.writeClasses(type.registered(), out);
    NamedSnapshots.writeClasses(type.others(), out);
  }

  private static ValueType tuple(SnapshotBody body) {
    body.outerVersion();
    String name = ClassName.simple(body.in().readUtf());
    return FieldsType.tuple(name, body.nested());
  }

  private static void writeTuple(FieldsType type, SnapshotOutput out) {
    out.beginComposite(TUPLE, TUPLE_VERSION);
    out.out().writeUtf(ClassNames.tuple(type));
    out.nested(types(type.fields()));
  }

  private static ValueType row(SnapshotBody body) {
    int version = body.outerVersion();
    boolean hasKind =
        version == ROW_VERSION_WITH_KIND
            || (version > ROW_VERSION_WITH_KIND && body.in().readBoolean());
    return new RowType(FieldsType.numbered(body.nested()), hasKind);
  }

  private static void writeRow(RowType type, SnapshotOutput out) {
    out.beginComposite(ROW, ROW_VERSION);
    out.out().writeBoolean(type.hasKind());
    out.nested(types(type.fields()));
  }

  private static List<ValueType> types(List<Field> fields) {
    return fields.stream().map(Field::type).toList();
  }
}
