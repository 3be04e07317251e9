// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.aggregate.OpenWindow;
import io.drey.operators.correlate.CorrelateState;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.sessionize.SessionizeState;
import io.drey.state.sample.Account;
import io.drey.state.snapshot.registry.SerializerSnapshots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.BasicArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.MapSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.java.typeutils.runtime.NullableSerializer;
import org.apache.flink.api.java.typeutils.runtime.RowSerializer;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.junit.jupiter.api.Test;

/** The rules that are told from snapshots alone, beside Flink's own, which need the classes. */
class CompatibilityTest {
  /** Flink looks only at how many parts there are: it reads the bytes of one as the other. */
  private static final List<String> TAKEN_BY_MISTAKE =
      List.of(
          "boxed ints -> list of ints",
          "boxed ints -> set of ints",
          "nullable -> list of longs",
          "padded -> list of longs",
          "list of ints -> set of ints",
          "set of ints -> list of ints",
          "map -> pair",
          "pair -> map",
          "map -> either",
          "either -> map",
          "pair -> either",
          "either -> pair");

  @Test
  void decidesAsFlinkDoesOnAnyTwoSerializers() {
    Map<String, TypeSerializer<?>> serializers = serializers();
    List<String> otherwise = new ArrayList<>();

    serializers.forEach(
        (oldName, old) ->
            serializers.forEach(
                (name, changed) -> {
                  Level flinks = FlinksVerdict.ofPart(old, changed, loader());
                  Level ours = level(old, changed);
                  if (flinks != ours) {
                    otherwise.add("%s -> %s: %s, not %s".formatted(oldName, name, ours, flinks));
                  }
                }));

    assertThat(otherwise)
        .containsExactlyInAnyOrderElementsOf(
            TAKEN_BY_MISTAKE.stream().map(pair -> pair + ": INCOMPATIBLE, not AS_IS").toList());
  }

  private static Level level(TypeSerializer<?> old, TypeSerializer<?> changed) {
    return Compatibility.of(SerializerSnapshots.of(old), SerializerSnapshots.of(changed)).level();
  }

  private static Map<String, TypeSerializer<?>> serializers() {
    Map<String, TypeSerializer<?>> all = new LinkedHashMap<>();
    for (TypeInformation<?> type :
        List.of(
            Types.BOOLEAN,
            Types.BYTE,
            Types.SHORT,
            Types.INT,
            Types.LONG,
            Types.FLOAT,
            Types.DOUBLE,
            Types.CHAR,
            Types.STRING,
            Types.BIG_INT,
            Types.BIG_DEC,
            Types.INSTANT,
            Types.SQL_DATE,
            Types.SQL_TIMESTAMP,
            Types.LOCAL_DATE,
            Types.LOCAL_TIME,
            Types.LOCAL_DATE_TIME,
            Types.VOID)) {
      all.put(type.toString(), serializer(type));
    }
    all.put("bytes", serializer(PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    all.put("longs", serializer(PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO));
    all.put("ints", serializer(PrimitiveArrayTypeInfo.INT_PRIMITIVE_ARRAY_TYPE_INFO));
    all.put("strings", serializer(BasicArrayTypeInfo.STRING_ARRAY_TYPE_INFO));
    all.put("boxed ints", serializer(Types.OBJECT_ARRAY(Types.INT)));
    all.put("list of ints", serializer(Types.LIST(Types.INT)));
    all.put("list of longs", serializer(Types.LIST(Types.LONG)));
    all.put("list of accounts", serializer(Types.LIST(Types.POJO(Account.class))));
    all.put("set of ints", serializer(Types.SET(Types.INT)));
    all.put("map", new MapSerializer<>(StringSerializer.INSTANCE, LongSerializer.INSTANCE));
    all.put("map of lists", serializer(Types.MAP(Types.STRING, Types.LIST(Types.LONG))));
    all.put("pair", serializer(Types.TUPLE(Types.STRING, Types.LONG)));
    all.put("triple", serializer(Types.TUPLE(Types.STRING, Types.LONG, Types.LONG)));
    all.put("either", serializer(Types.EITHER(Types.STRING, Types.LONG)));
    all.put("row", new RowSerializer(strings(2), null, true));
    all.put("row of three", new RowSerializer(strings(3), null, true));
    all.put("row without kinds", new RowSerializer(strings(2), null, false));
    all.put("kind", serializer(Types.ENUM(Account.Kind.class)));
    all.put("other enum", serializer(Types.ENUM(Kind.class)));
    all.put("account", serializer(Types.POJO(Account.class)));
    all.put("address", serializer(Types.POJO(Account.Address.class)));
    all.put("nullable", NullableSerializer.wrap(LongSerializer.INSTANCE, false));
    all.put("padded", NullableSerializer.wrap(LongSerializer.INSTANCE, true));
    all.put("event", serializer(EventTypeInfo.STATE));
    all.put("event and key", serializer(EventTypeInfo.STREAM));
    all.put("pending", serializer(Types.LIST(EventTypeInfo.STATE)));
    all.put("session", serializer(SessionizeState.SESSION));
    all.put("window of aggregate", serializer(OpenWindow.TYPE));
    all.put("open pairs", open());
    all.put("no namespace", VoidNamespaceSerializer.INSTANCE);
    all.put("window", new TimeWindow.Serializer());
    return all;
  }

  private static TypeSerializer<?> open() {
    var open = CorrelateState.<Event>pending(EventTypeInfo.STATE);
    open.initializeSerializerUnlessSet(new ExecutionConfig());
    return open.getSerializer();
  }

  private static TypeSerializer<?>[] strings(int count) {
    TypeSerializer<?>[] serializers = new TypeSerializer<?>[count];
    Arrays.fill(serializers, StringSerializer.INSTANCE);
    return serializers;
  }

  private static TypeSerializer<?> serializer(TypeInformation<?> type) {
    return type.createSerializer(new SerializerConfigImpl());
  }

  private static ClassLoader loader() {
    return CompatibilityTest.class.getClassLoader();
  }

  /** Has the simple name of another enum. */
  enum Kind {
    BASIC,
    PREMIUM
  }
}
