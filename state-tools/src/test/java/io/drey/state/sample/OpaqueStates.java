// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.math.BigInteger;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** Keeps values that Kryo writes beside others. */
public final class OpaqueStates extends KeyedProcessFunction<Long, Long, Long> {
  private static final long serialVersionUID = 1L;
  private static final TypeInformation<Secret> KRYO = new GenericTypeInfo<>(Secret.class);

  private transient ValueState<Secret> secret;
  private transient ValueState<BigInteger> known;

  /** Builds a job with two keys. */
  @SuppressWarnings("deprecation") // see EmitOnce
  public static void build(StreamExecutionEnvironment environment) {
    environment
        .addSource(new EmitOnce(0, 0), Types.LONG)
        .union(environment.addSource(new EmitOnce(2, 0), Types.LONG))
        .keyBy(i -> i, Types.LONG)
        .process(new OpaqueStates())
        .returns(Types.LONG)
        .uid("opaque-states")
        .sinkTo(new DiscardingSink<>());
  }

  @Override
  public void open(OpenContext context) {
    secret = getRuntimeContext().getState(new ValueStateDescriptor<>("secret", KRYO));
    known = getRuntimeContext().getState(new ValueStateDescriptor<>("known", Types.BIG_INT));
  }

  @Override
  public void processElement(Long i, Context context, Collector<Long> out) throws Exception {
    secret.update(new Secret("s" + i));
    known.update(BigInteger.valueOf(i));
  }

  /** No POJO: it has no constructor without arguments. */
  public static final class Secret {
    private final String text;

    Secret(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
