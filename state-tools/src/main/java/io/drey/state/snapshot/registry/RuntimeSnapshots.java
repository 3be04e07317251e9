// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import io.drey.state.snapshot.serializer.SnapshotFamily;
import io.drey.state.snapshot.type.ChoiceType;
import io.drey.state.snapshot.type.ClassName;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.FieldsType;
import io.drey.state.snapshot.type.NoNamespace;
import io.drey.state.snapshot.type.NullableType;
import io.drey.state.snapshot.type.OpaqueType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.TimerType;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;

/** The snapshots of serializers that wrap others or belong to Flink's own operators. */
final class RuntimeSnapshots {
  private static final String FLINK = "org.apache.flink.";
  private static final String RUNTIME = FLINK + "api.java.typeutils.runtime.";
  private static final String STATE = FLINK + "runtime.state.";
  private static final String STREAMING = FLINK + "streaming.api.";
  private static final String TABLE = FLINK + "table.runtime.";

  private static final String NULLABLE = RUNTIME + "NullableSerializer$NullableSerializerSnapshot";
  private static final String TTL = STATE + "ttl.TtlStateFactory$TtlSerializerSnapshot";
  private static final String TIMER = STREAMING + "operators.TimerSerializerSnapshot";
  private static final String BUFFERED =
      STREAMING + "operators.co.IntervalJoinOperator$BufferEntrySerializerSnapshot";
  private static final String UNION =
      STREAMING + "datastream.CoGroupedStreams$UnionSerializerSnapshot";
  private static final String LONG =
      FLINK + "api.common.typeutils.base.LongSerializer$LongSerializerSnapshot";
  private static final int VERSION = 2;

  private final SnapshotFamily family = new SnapshotFamily();

  private RuntimeSnapshots() {}

  static SnapshotFamily all() {
    RuntimeSnapshots snapshots = new RuntimeSnapshots();
    snapshots.wrappers();
    snapshots.flinksOwn();
    snapshots.writings();
    return snapshots.family;
  }

  private void wrappers() {
    family.put(
        NULLABLE,
        body -> {
          body.outerVersion();
          int padding = body.in().readInt();
          if (padding < 0) {
            throw body.in().malformed("invalid padding of nulls: " + padding);
          }
          return new NullableType(body.nested(1).get(0), padding);
        });
    family.two(TTL, (time, value) -> new TtlType(value));
    family.two(
        STATE + "v2.ttl.TtlStateFactory$TtlSerializerSnapshot",
        (time, value) -> new TtlType(value));
    family.put(
        STATE + "ttl.TtlAwareSerializerSnapshot",
        body -> {
          body.in().readBoolean();
          return body.versioned();
        });
    family.one(
        FLINK
            + "api.common.typeutils.SingleThreadAccessCheckingTypeSerializer"
            + "$SingleThreadAccessCheckingTypeSerializerSnapshot",
        original -> original);
    named("ValueSerializer$ValueSerializerSnapshot", "Value");
    named("CopyableValueSerializer$CopyableValueSerializerSnapshot", "Value");
  }

  private void flinksOwn() {
    family.simple(STATE + "VoidNamespace", NoNamespace.VOID);
    family.simple(FLINK + "queryablestate.client.VoidNamespace", NoNamespace.VOID);
    family.two(TIMER, TimerType::sorted);
    window(STREAMING + "windowing.windows.TimeWindow", Scalar.TIME_WINDOW);
    window(STREAMING + "windowing.windows.GlobalWindow", Scalar.GLOBAL_WINDOW);
    window(TABLE + "operators.window.TimeWindow", Scalar.TIME_WINDOW);
    window(TABLE + "operators.window.CountWindow", Scalar.COUNT_WINDOW);
    window(TABLE + "operators.window.GlobalWindow", Scalar.GLOBAL_WINDOW);
    family.one(
        BUFFERED,
        element ->
            new FieldsType(
                "BufferEntry<" + element.text() + ">",
                List.of(Field.of("joined", Scalar.BOOLEAN), Field.of("element", element))));
    family.two(
        UNION,
        (one, two) ->
            ChoiceType.of("TaggedUnion", Field.of("one", one), 1, Field.of("two", two), 2));
  }

  private void window(String window, ValueType type) {
    String name = ClassName.simple(window);
    family.simpleClass(window + "$Serializer$" + name + "SerializerSnapshot", type);
  }

  private void writings() {
    family.writes(
        NullableType.class,
        type -> true,
        (type, out) -> {
          out.beginComposite(NULLABLE, VERSION);
          out.out().writeInt(type.padding());
          out.nested(List.of(type.value()));
        });
    family.writes(
        TtlType.class,
        type -> true,
        (type, out) -> {
          out.beginComposite(TTL, VERSION);
          out.beginNested(2);
          out.simple(LONG);
          out.versioned(type.value());
        });
    family.writes(
        TimerType.class,
        type -> true,
        (type, out) -> out.composite(TIMER, VERSION, type.key(), type.namespace()));
    family.writes(
        FieldsType.class,
        type -> type.text().startsWith("BufferEntry<"),
        (type, out) -> out.composite(BUFFERED, VERSION, type.fields().get(1).type()));
    family.writes(
        ChoiceType.class,
        type -> type.text().startsWith("TaggedUnion<"),
        (type, out) -> out.composite(UNION, VERSION, type.first().type(), type.second().type()));
  }

  /** Registers a serializer that is parameterized with one of the job's classes. */
  private void named(String snapshot, String kind) {
    family.put(
        RUNTIME + snapshot,
        body -> {
          String className = body.in().readUtf();
          return new OpaqueType(kind + "<" + className + ">", className.length() + 2);
        });
  }
}
