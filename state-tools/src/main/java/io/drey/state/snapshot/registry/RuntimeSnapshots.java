// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import io.drey.state.snapshot.serializer.SnapshotBody;
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
import java.util.Map;
import java.util.function.Function;

/** The snapshots of serializers that wrap others or belong to Flink's own operators. */
final class RuntimeSnapshots {
  private static final String FLINK = "org.apache.flink.";
  private static final String RUNTIME = FLINK + "api.java.typeutils.runtime.";
  private static final String STATE = FLINK + "runtime.state.";
  private static final String STREAMING = FLINK + "streaming.api.";
  private static final String TABLE = FLINK + "table.runtime.";

  private final SnapshotFamily family = new SnapshotFamily();

  private RuntimeSnapshots() {}

  static Map<String, Function<SnapshotBody, ValueType>> all() {
    RuntimeSnapshots snapshots = new RuntimeSnapshots();
    snapshots.wrappers();
    snapshots.flinksOwn();
    return snapshots.family.byClass();
  }

  private void wrappers() {
    family.put(
        RUNTIME + "NullableSerializer$NullableSerializerSnapshot",
        body -> {
          body.outerVersion();
          int padding = body.in().readInt();
          if (padding < 0) {
            throw body.in().malformed("invalid padding of nulls: " + padding);
          }
          return new NullableType(body.nested(1).get(0), padding);
        });
    family.two(
        STATE + "ttl.TtlStateFactory$TtlSerializerSnapshot", (time, value) -> new TtlType(value));
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
    family.two(STREAMING + "operators.TimerSerializerSnapshot", TimerType::sorted);
    window(STREAMING + "windowing.windows.TimeWindow", Scalar.TIME_WINDOW);
    window(STREAMING + "windowing.windows.GlobalWindow", Scalar.GLOBAL_WINDOW);
    window(TABLE + "operators.window.TimeWindow", Scalar.TIME_WINDOW);
    window(TABLE + "operators.window.CountWindow", Scalar.COUNT_WINDOW);
    window(TABLE + "operators.window.GlobalWindow", Scalar.GLOBAL_WINDOW);
    family.one(
        STREAMING + "operators.co.IntervalJoinOperator$BufferEntrySerializerSnapshot",
        element ->
            new FieldsType(
                "BufferEntry<" + element.text() + ">",
                List.of(Field.of("joined", Scalar.BOOLEAN), Field.of("element", element))));
    family.two(
        STREAMING + "datastream.CoGroupedStreams$UnionSerializerSnapshot",
        (one, two) ->
            ChoiceType.of("TaggedUnion", Field.of("one", one), 1, Field.of("two", two), 2));
  }

  private void window(String window, ValueType type) {
    String name = ClassName.simple(window);
    family.put(window + "$Serializer$" + name + "SerializerSnapshot", body -> body.simple(type));
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
