// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** A job with one keyed state, which it reads and writes for each of a few numbers. */
public final class OneState<T> extends KeyedProcessFunction<Object, Long, Long> {
  private static final long serialVersionUID = 1L;
  private static final int KEYS = 3;

  /** Makes the value of a number. */
  public interface ValueOf<T> extends Serializable {
    T of(long number);
  }

  /** The kind of the state. */
  public enum Kind {
    VALUE,
    LIST,
    MAP,
    EXPIRING
  }

  private final Kind kind;
  private final TypeSerializer<T> serializer;
  private final @Nullable TypeSerializer<T> mapKey;
  private final ValueOf<T> value;

  private transient ValueState<T> one;
  private transient ListState<T> list;
  private transient MapState<T, T> map;

  public OneState(Kind kind, TypeSerializer<T> serializer, ValueOf<T> value) {
    this.kind = kind;
    this.serializer = serializer;
    this.mapKey = kind == Kind.MAP ? serializer : null;
    this.value = value;
  }

  /** Builds the job, with keys of a type. */
  @SuppressWarnings("deprecation") // see EmitOnce
  public <K> void build(
      StreamExecutionEnvironment environment, KeySelector<Long, K> key, TypeInformation<K> type) {
    DataStream<Long> numbers =
        environment
            .addSource(new EmitOnce(KEYS, 0), Types.LONG)
            .uid("numbers")
            .union(environment.addSource(new EmitOnce(0, 0), Types.LONG).uid("none"));
    @SuppressWarnings({"unchecked", "rawtypes"}) // the function does not look at keys
    KeyedProcessFunction<K, Long, Long> function = (KeyedProcessFunction) this;
    numbers
        .keyBy(key, type)
        .process(function)
        .returns(Types.LONG)
        .uid("one-state")
        .sinkTo(new DiscardingSink<>())
        .uid("sink");
  }

  @Override
  public void open(OpenContext context) {
    switch (kind) {
      case VALUE, EXPIRING -> {
        ValueStateDescriptor<T> descriptor = new ValueStateDescriptor<>("kept", serializer);
        if (kind == Kind.EXPIRING) {
          descriptor.enableTimeToLive(StateTtlConfig.newBuilder(Duration.ofDays(1)).build());
        }
        one = getRuntimeContext().getState(descriptor);
      }
      case LIST ->
          list = getRuntimeContext().getListState(new ListStateDescriptor<>("kept", serializer));
      case MAP ->
          map =
              getRuntimeContext().getMapState(new MapStateDescriptor<>("kept", mapKey, serializer));
    }
  }

  @Override
  public void processElement(Long number, Context context, Collector<Long> out) throws Exception {
    T next = value.of(number);
    switch (kind) {
      case VALUE, EXPIRING -> {
        T before = one.value();
        one.update(before == null ? next : before);
      }
      case LIST -> {
        List<T> all = new ArrayList<>();
        list.get().forEach(all::add);
        all.add(next);
        list.update(all);
      }
      case MAP -> {
        map.entries().forEach(entry -> out.collect(0L));
        map.put(next, next);
      }
    }
  }
}
