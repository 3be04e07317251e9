// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.math.BigInteger;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** Keeps values that Kryo writes beside others, under keys of several types. */
public final class KryoStates<K> extends KeyedProcessFunction<K, Long, Long> {
  private static final long serialVersionUID = 1L;
  private static final TypeInformation<Secret> KRYO = new GenericTypeInfo<>(Secret.class);
  private static final TypeInformation<Object> ANY = new GenericTypeInfo<>(Object.class);

  public static final int KEYS = 12;

  /** Small numbers look like counts, and leave more than one way to read what has no lengths. */
  public static final long FIRST = 0x7654_3210_1234_5678L;

  private transient ValueState<Secret> secret;
  private transient ListState<Secret> secrets;
  private transient MapState<String, Secret> named;
  private transient ValueState<Object> any;
  private transient ValueState<BigInteger> known;

  /** Builds a job with an operator for each type of key. */
  @SuppressWarnings("deprecation") // see EmitOnce
  public static void build(StreamExecutionEnvironment environment) {
    DataStream<Long> numbers =
        environment
            .addSource(new EmitOnce(0, 0), Types.LONG)
            .union(environment.addSource(new EmitOnce(KEYS, 0), Types.LONG));
    add(numbers, "of-longs", i -> FIRST + i, Types.LONG);
    add(numbers, "of-texts", i -> "key-" + i, Types.STRING);
    add(
        numbers,
        "of-pairs",
        i -> Tuple2.of((int) FIRST + i.intValue(), "k"),
        Types.TUPLE(Types.INT, Types.STRING));
    add(numbers, "of-visits", Visit::of, TypeInformation.of(Visit.class));
  }

  private static <K> void add(
      DataStream<Long> numbers, String uid, KeySelector<Long, K> key, TypeInformation<K> type) {
    numbers
        .keyBy(key, type)
        .process(new KryoStates<K>())
        .returns(Types.LONG)
        .uid(uid)
        .sinkTo(new DiscardingSink<>());
  }

  @Override
  public void open(OpenContext context) {
    secret = getRuntimeContext().getState(new ValueStateDescriptor<>("secret", KRYO));
    secrets = getRuntimeContext().getListState(new ListStateDescriptor<>("secrets", KRYO));
    named = getRuntimeContext().getMapState(new MapStateDescriptor<>("named", Types.STRING, KRYO));
    any = getRuntimeContext().getState(new ValueStateDescriptor<>("any", ANY));
    known = getRuntimeContext().getState(new ValueStateDescriptor<>("known", Types.BIG_INT));
  }

  @Override
  public void processElement(Long number, Context context, Collector<Long> out) throws Exception {
    long i = FIRST + number;
    secret.update(new Secret("s" + i, i));
    secrets.update(List.of(new Secret("", 0), new Secret("l" + i, i)));
    named.put("null", null);
    named.put("some", new Secret("m" + i, -i));
    any.update(i % 2 == 0 ? new Secret("a", i) : new Other(i));
    known.update(BigInteger.valueOf(i));
  }

  /** No POJO: it has no constructor without arguments. */
  public static final class Secret {
    public final String text;
    public final long number;

    public Secret(String text, long number) {
      this.text = text;
      this.number = number;
    }
  }

  /** Another of its kind. */
  public static final class Other {
    final long number;

    Other(long number) {
      this.number = number;
    }
  }
}
