// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** The first event of each id. */
final class DeduplicateByHand {
  private DeduplicateByHand() {}

  public static void main(String[] args) throws Exception {
    Trial trial = Trial.of(args);
    StreamExecutionEnvironment env = LocalFlink.environment(trial);
    DataStream<ObjectNode> firsts =
        JsonLines.read(env, trial)
            .keyBy(event -> event.get("request_id").textValue())
            .process(new FirstOfId())
            .returns(Types.GENERIC(ObjectNode.class));
    JsonLines.write(firsts, trial);
    env.execute();
  }

  private static final class FirstOfId
      extends KeyedProcessFunction<String, ObjectNode, ObjectNode> {
    private static final long serialVersionUID = 1L;

    private transient ValueState<Boolean> seen;

    @Override
    public void open(OpenContext openContext) {
      seen = getRuntimeContext().getState(new ValueStateDescriptor<>("seen", Types.BOOLEAN));
    }

    @Override
    public void processElement(ObjectNode event, Context ctx, Collector<ObjectNode> out)
        throws Exception {
      if (seen.value() == null) {
        seen.update(true);
        out.collect(event);
      }
    }
  }
}
