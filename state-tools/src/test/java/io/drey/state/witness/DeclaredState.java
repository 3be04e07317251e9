// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.witness;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.state.AggregatingState;
import org.apache.flink.api.common.state.AggregatingStateDescriptor;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReducingState;
import org.apache.flink.api.common.state.ReducingStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.ttl.TtlStateFactory.TtlSerializer;
import org.apache.flink.runtime.state.ttl.TtlValue;
import org.jspecify.annotations.Nullable;

/**
 * A keyed state as a job declares it.
 *
 * @param mapKey the type of map keys; null unless it is a map
 * @param aggregate what makes an aggregating state; null unless it is one
 * @param hasTtl whether it has a TTL, so long that nothing expires
 */
public record DeclaredState(
    String name,
    Kind kind,
    @Nullable TypeInformation<?> mapKey,
    TypeInformation<?> value,
    @Nullable AggregateFunction<?, ?, ?> aggregate,
    boolean hasTtl)
    implements Serializable {
  private static final Duration FOR_EVER = Duration.ofDays(100_000);

  enum Kind {
    VALUE,
    LIST,
    MAP,
    REDUCING,
    AGGREGATING
  }

  /** Reads the state under a key that is current. */
  interface Reading {
    void read(Object key) throws Exception;
  }

  public static DeclaredState value(String name, TypeInformation<?> type) {
    return new DeclaredState(name, Kind.VALUE, null, type, null, false);
  }

  public static DeclaredState list(String name, TypeInformation<?> type) {
    return new DeclaredState(name, Kind.LIST, null, type, null, false);
  }

  public static DeclaredState map(String name, TypeInformation<?> key, TypeInformation<?> type) {
    return new DeclaredState(name, Kind.MAP, key, type, null, false);
  }

  public static DeclaredState reducing(String name, TypeInformation<?> type) {
    return new DeclaredState(name, Kind.REDUCING, null, type, null, false);
  }

  /**
   * An aggregating state.
   *
   * @param type that of the accumulator, which is also the result
   */
  public static DeclaredState aggregating(
      String name, AggregateFunction<?, ?, ?> aggregate, TypeInformation<?> type) {
    return new DeclaredState(name, Kind.AGGREGATING, null, type, aggregate, false);
  }

  /** The same with a TTL. */
  public DeclaredState expiring() {
    return new DeclaredState(name, kind, mapKey, value, aggregate, true);
  }

  /**
   * Declares the state.
   *
   * @param isTimed whether values are read with their times of last access, if they have them
   */
  Reading in(RuntimeContext context, boolean isTimed) {
    return switch (kind) {
      case VALUE -> {
        ValueState<Object> state =
            context.getState(with(new ValueStateDescriptor<>(name, values(isTimed)), isTimed));
        yield key -> give(key, state.value());
      }
      case LIST -> {
        ListState<Object> state =
            context.getListState(with(new ListStateDescriptor<>(name, values(isTimed)), isTimed));
        yield key -> giveAll(key, state.get());
      }
      case MAP -> map(context, isTimed);
      case REDUCING -> {
        ReducingState<Object> state =
            context.getReducingState(
                with(new ReducingStateDescriptor<>(name, (a, b) -> a, values(isTimed)), isTimed));
        yield key -> give(key, state.get());
      }
      case AGGREGATING -> aggregating(context, isTimed);
    };
  }

  private Reading map(RuntimeContext context, boolean isTimed) {
    MapState<Object, Object> state =
        context.getMapState(
            with(
                new MapStateDescriptor<>(
                    name, serializer(Objects.requireNonNull(mapKey)), values(isTimed)),
                isTimed));
    return key -> {
      for (Map.Entry<Object, Object> entry : state.entries()) {
        give(Testimony.of(name, key).with("map_key", entry.getKey()), entry.getValue());
      }
    };
  }

  @SuppressWarnings("unchecked") // as the test declares it
  private Reading aggregating(RuntimeContext context, boolean isTimed) {
    AggregateFunction<Object, Object, Object> function =
        (AggregateFunction<Object, Object, Object>) Objects.requireNonNull(aggregate);
    AggregatingState<Object, Object> state =
        context.getAggregatingState(
            with(new AggregatingStateDescriptor<>(name, function, values(isTimed)), isTimed));
    return key -> give(key, state.get());
  }

  private void give(Object key, @Nullable Object found) {
    if (found != null) {
      give(Testimony.of(name, key), found);
    }
  }

  private static void give(Testimony row, Object found) {
    (found instanceof TtlValue<?> timed ? row.fresh(timed) : row.with("value", found)).give();
  }

  private void giveAll(Object key, @Nullable Iterable<Object> found) {
    List<Object> elements = new ArrayList<>();
    if (found != null) {
      found.forEach(elements::add);
    }
    if (elements.isEmpty()) {
      return;
    }
    Testimony row = Testimony.of(name, key);
    if (elements.get(0) instanceof TtlValue<?>) {
      row.fresh(elements.stream().map(element -> (TtlValue<?>) element).toList()).give();
    } else {
      row.with("value", elements).give();
    }
  }

  private <D extends StateDescriptor<?, ?>> D with(D descriptor, boolean isTimed) {
    if (hasTtl && !isTimed) {
      descriptor.enableTimeToLive(StateTtlConfig.newBuilder(FOR_EVER).build());
    }
    return descriptor;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // values are objects here
  private TypeSerializer<Object> values(boolean isTimed) {
    TypeSerializer<Object> plain = serializer(value);
    return hasTtl && isTimed
        ? (TypeSerializer) new TtlSerializer<>(LongSerializer.INSTANCE, plain)
        : plain;
  }

  @SuppressWarnings("unchecked") // values are objects here
  private static TypeSerializer<Object> serializer(TypeInformation<?> type) {
    return (TypeSerializer<Object>) type.createSerializer(new SerializerConfigImpl());
  }
}
