// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.types.Row;
import org.apache.flink.util.Collector;

/** A job whose keys have parts, and one whose keys and namespaces are both of any length. */
public final class OddKeys {
  private static final TypeInformation<Tuple2<String, Integer>> TUPLE =
      Types.TUPLE(Types.STRING, Types.INT);
  private static final TypeInformation<Row> ROW = Types.ROW(Types.INT, Types.STRING);

  private OddKeys() {}

  /** Builds the job. */
  @SuppressWarnings("deprecation") // see EmitOnce
  public static void build(StreamExecutionEnvironment environment) {
    DataStream<Long> numbers =
        environment
            .addSource(new EmitOnce(0, 0), Types.LONG)
            .union(environment.addSource(new EmitOnce(3, 0), Types.LONG));
    numbers
        .keyBy(i -> Tuple2.of("t" + i, (int) (long) i), TUPLE)
        .process(new CountEach<>())
        .returns(Types.LONG)
        .uid("tuples")
        .sinkTo(new DiscardingSink<>());
    numbers
        .keyBy(i -> Row.of((int) (long) i, i == 0 ? null : "r" + i), ROW)
        .process(new CountEach<>())
        .returns(Types.LONG)
        .uid("rows")
        .sinkTo(new DiscardingSink<>());
    numbers
        .keyBy(i -> "k".repeat((int) (long) i), Types.STRING)
        .transform("namespaces", Types.LONG, new InNamespaces())
        .uid("namespaces")
        .sinkTo(new DiscardingSink<>());
  }

  private static final class CountEach<K> extends KeyedProcessFunction<K, Long, Long> {
    private static final long serialVersionUID = 1L;

    private transient ValueState<Long> value;
    private transient MapState<String, Long> map;

    @Override
    public void open(OpenContext context) {
      value = getRuntimeContext().getState(new ValueStateDescriptor<>("value", Types.LONG));
      map =
          getRuntimeContext()
              .getMapState(new MapStateDescriptor<>("map", Types.STRING, Types.LONG));
    }

    @Override
    public void processElement(Long i, Context context, Collector<Long> out) throws Exception {
      value.update(i);
      map.put("m", i);
    }
  }

  /** Keeps a value and an entry in each of two namespaces. */
  private static final class InNamespaces extends AbstractStreamOperator<Long>
      implements OneInputStreamOperator<Long, Long> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(StreamRecord<Long> element) throws Exception {
      for (String namespace : new String[] {"", "n".repeat(300)}) {
        getPartitionedState(
                namespace,
                StringSerializer.INSTANCE,
                new ValueStateDescriptor<>("value", Types.LONG))
            .update(element.getValue());
        getPartitionedState(
                namespace,
                StringSerializer.INSTANCE,
                new MapStateDescriptor<>("map", Types.STRING, Types.LONG))
            .put("m", element.getValue());
      }
    }
  }
}
