// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.snapshot.bytes.JavaObject;
import io.drey.state.snapshot.serializer.SnapshotBody;
import io.drey.state.snapshot.serializer.SnapshotFamily;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.FieldsType;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The serializer snapshots of Flink SQL. */
public final class SqlSnapshots {
  private static final String RUNTIME = "org.apache.flink.table.runtime.";
  private static final String TYPES = RUNTIME + "typeutils.";
  private static final String LINKED = RUNTIME + "sequencedmultisetstate.linked.";
  private static final String VIEWS = "org.apache.flink.table.dataview.";
  private static final int VERSION = 3;

  private final SnapshotFamily family = new SnapshotFamily();

  private SqlSnapshots() {}

  /** Returns the snapshots of Flink SQL's serializers. */
  public static Map<String, Function<SnapshotBody, ValueType>> all() {
    SqlSnapshots snapshots = new SqlSnapshots();
    snapshots.values();
    snapshots.collections();
    snapshots.ofOperators();
    snapshots.ofAccumulators();
    return snapshots.family.byClass();
  }

  private void values() {
    inner("RowData", SqlSnapshots::row);
    inner("BinaryRowData", SqlSnapshots::rowWithoutTypes);
    inner("StringData", body -> body.simple(SqlText.STRING));
    inner("TimestampData", body -> new SqlTimestamp(body.in().readInt(), false));
    family.put(
        TYPES + "DecimalDataSerializer$DecimalSerializerSnapshot",
        body -> new SqlDecimal(body.in().readInt(), body.in().readInt()));
    inner(
        "RawValueData",
        body -> {
          body.outerVersion();
          return new FramedType(body.nested(1).get(0));
        });
    inner(
        "External",
        body -> {
          body.outerVersion();
          JavaObject.read(body.in());
          body.in().readBoolean();
          return body.nested(1).get(0);
        });
  }

  private void collections() {
    inner(
        "ArrayData",
        body -> {
          SqlType element = SqlLogicalTypes.read(body.in());
          JavaObject.read(body.in());
          return new SqlArray(element);
        });
    inner(
        "MapData",
        body -> {
          SqlMap map = new SqlMap(SqlLogicalTypes.read(body.in()), SqlLogicalTypes.read(body.in()));
          JavaObject.read(body.in());
          JavaObject.read(body.in());
          return map;
        });
    inner("LinkedList", SqlSnapshots::linkedList);
    family.put(
        TYPES + "SortedMapSerializerSnapshot",
        body -> {
          JavaObject.read(body.in());
          List<ValueType> parts = body.nested(2);
          return new MapType(parts.get(0), parts.get(1));
        });
  }

  private void ofOperators() {
    inner("WindowKey", body -> fields(body, "WindowKey", "window", "key"));
    family.put(
        RUNTIME + "operators.sink.SortedLongSerializer$SortedLongSerializerSnapshot",
        body -> body.simple(Scalar.SORTED_LONG));
    family.put(
        LINKED + "MetaSqnInfoSerializer$MetaSqnInfoSerializerSnapshot",
        body -> fields(body, "MetaSqnInfo", "highSqn", "size"));
    family.put(
        LINKED + "RowSqnInfoSerializer$RowSqnInfoSerializerSnapshot",
        body -> fields(body, "RowSqnInfo", "firstSqn", "lastSqn"));
    family.put(
        LINKED + "NodeSerializer$NodeSerializerSnapshot",
        body ->
            fields(
                body, "Node", "row", "sqn", "prevSqn", "nextSqn", "nextSqnForRecord", "timestamp"));
    family.put(
        LINKED + "RowDataKeySerializerSnapshot",
        body -> {
          body.in().skip(body.in().readCount());
          body.in().skip(body.in().readCount());
          return body.versioned();
        });
  }

  /** Adds what aggregate functions keep, such as the values that were counted once. */
  private void ofAccumulators() {
    family.put(VIEWS + "NullSerializer$NullSerializerSnapshot", body -> body.simple(Scalar.VOID));
    family.one(VIEWS + "ListViewSerializerSnapshot", list -> list);
    family.one(VIEWS + "MapViewSerializerSnapshot", map -> map);
    family.two(VIEWS + "NullAwareMapSerializerSnapshot", NullableKeyMapType::new);
  }

  private static ValueType row(SnapshotBody body) {
    body.in().expectVersion(body.version(), VERSION, body.className());
    int count = body.in().readCount();
    List<ValueType> types = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      types.add(SqlLogicalTypes.read(body.in()));
    }
    List<ValueType> stored = body.nested(count);
    for (int i = 0; i < count; i++) {
      types.set(i, withRaw(types.get(i), stored.get(i)));
    }
    return new SqlRow(FieldsType.numbered(types), false);
  }

  /** Returns a type with what RAW values in it are: only snapshots of serializers tell that. */
  private static ValueType withRaw(ValueType type, ValueType stored) {
    if (stored instanceof FramedType raw) {
      return new SqlRaw(raw.value());
    }
    return type instanceof SqlRow row && stored instanceof SqlRow known
        ? new SqlRow(renamed(row.fields(), known.fields()), row.isNamed())
        : type;
  }

  private static List<Field> renamed(List<Field> names, List<Field> types) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      fields.add(
          i < types.size() ? Field.of(names.get(i).name(), types.get(i).type()) : names.get(i));
    }
    return List.copyOf(fields);
  }

  private static ValueType rowWithoutTypes(SnapshotBody body) {
    body.in().readInt();
    return SqlText.BYTES;
  }

  private static ValueType linkedList(SnapshotBody body) {
    int version = body.outerVersion();
    boolean hasMask = version == 2 || (version > 2 && body.in().readBoolean());
    ValueType element = body.nested(1).get(0);
    return hasMask ? new MaskedListType(element) : SequenceType.list(element);
  }

  /** Reads a sequence of parts; the end of a window precedes its key. */
  private static ValueType fields(SnapshotBody body, String name, String... names) {
    body.outerVersion();
    List<ValueType> types = new ArrayList<>(body.nested());
    if (types.size() < names.length) {
      types.add(0, Scalar.LONG);
    }
    if (types.size() != names.length) {
      throw body.in().malformed("invalid number of parts of " + name + ": " + types.size());
    }
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      fields.add(Field.of(names[i], types.get(i)));
    }
    return new FieldsType(name, fields);
  }

  private void inner(String name, Function<SnapshotBody, ValueType> reading) {
    family.put(TYPES + name + "Serializer$" + name + "SerializerSnapshot", reading);
  }
}
