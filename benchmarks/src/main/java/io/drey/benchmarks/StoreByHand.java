// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Just the commands of {@link Commands} that the others see, on trees in a map state. */
final class StoreByHand {
  private StoreByHand() {}

  public static void main(String[] args) throws Exception {
    Trial trial = Trial.of(args);
    StreamExecutionEnvironment env = LocalFlink.environment(trial);
    DataStream<ObjectNode> answers =
        JsonLines.read(env, trial)
            .keyBy(command -> command.get("scope").textValue())
            .process(new Store())
            .returns(Types.GENERIC(ObjectNode.class));
    JsonLines.write(answers, trial);
    env.execute();
  }

  private static final class Store extends KeyedProcessFunction<String, ObjectNode, ObjectNode> {
    private static final long serialVersionUID = 1L;

    private transient MapState<String, JsonNode> values;

    @Override
    public void open(OpenContext openContext) {
      values =
          getRuntimeContext()
              .getMapState(
                  new MapStateDescriptor<>("values", Types.STRING, Types.GENERIC(JsonNode.class)));
    }

    @Override
    public void processElement(ObjectNode command, Context ctx, Collector<ObjectNode> out)
        throws Exception {
      String key = command.get("key").textValue();
      JsonNode old = values.get(key);
      ObjectNode answer = JsonNodeFactory.instance.objectNode();
      for (String field : new String[] {"op", "scope", "key", "id"}) {
        answer.set(field, command.get(field));
      }
      answer.put("ok", true);
      switch (command.get("op").textValue()) {
        case "set" -> write(key, old, command.get("value"), answer);
        case "get" -> answer.<ObjectNode>set("value", old).put("found", old != null);
        default -> {
          write(key, old, updated(old, command.get("ops")), answer);
          answer.putArray("errors");
        }
      }
      out.collect(answer);
    }

    private void write(String key, JsonNode old, JsonNode value, ObjectNode answer)
        throws Exception {
      values.put(key, value);
      answer.<ObjectNode>set("old_value", old).set("new_value", value);
    }

    private static ObjectNode updated(JsonNode old, JsonNode ops) {
      ObjectNode value = old == null ? JsonNodeFactory.instance.objectNode() : old.deepCopy();
      for (JsonNode op : ops) {
        String path = op.get("path").textValue();
        if (op.get("type").textValue().equals("increment")) {
          value.put(path, value.path(path).asInt(0) + 1);
        } else {
          value.set(path, op.get("value"));
        }
      }
      return value;
    }
  }
}
