// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.api.functions.WindowReaderFunction;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Reads snapshots of the {@link SampleJob} as Flink does, with the classes of the job. */
public final class Witness {
  private static final OperatorIdentifier MANY_STATES = OperatorIdentifier.forUid("many-states");
  private static final OperatorIdentifier SUBTASKS = OperatorIdentifier.forUid("subtask-states");

  private final SavepointReader reader;

  private Witness(SavepointReader reader) {
    this.reader = reader;
  }

  /** Rows as trees, without their operators, subtasks, and the timers of windows. */
  public static List<JsonNode> rows(Snapshots snapshot) throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(
            Configuration.fromMap(Map.of("parallelism.default", "2")));
    new Witness(SavepointReader.read(environment, snapshot.path().toString(), backend(snapshot)))
        .build();
    TestingCluster.finish(environment);
    return Testimony.takeAll();
  }

  /** What a row of ours says, to be held against them. */
  public static JsonNode ours(String row) {
    return Testimony.ours(row);
  }

  private static StateBackend backend(Snapshots snapshot) {
    return snapshot.name().endsWith("ROCKSDB")
        ? new EmbeddedRocksDBStateBackend()
        : new HashMapStateBackend();
  }

  private void build() throws Exception {
    end(reader.readKeyedState(MANY_STATES, new ManyStatesReader(), Types.STRING, Types.LONG));
    end(
        reader
            .window(TumblingEventTimeWindows.of(Duration.ofHours(1)))
            .reduce("windows", Long::sum, new Windows(), Types.LONG, Types.LONG, Types.LONG));
    give(reader.readListState(SUBTASKS, "names", Types.STRING), "names");
    give(
        reader.readUnionState(SUBTASKS, "offsets", Types.TUPLE(Types.STRING, Types.LONG)),
        "offsets");
    end(
        reader
            .readBroadcastState(SUBTASKS, "rules", Types.STRING, TypeInformation.of(Account.class))
            .flatMap(
                (FlatMapFunction<Tuple2<String, Account>, Long>)
                    (rule, out) ->
                        Testimony.of("rules")
                            .with("map_key", rule.f0)
                            .with("value", rule.f1)
                            .give())
            .returns(Types.LONG));
  }

  private static <T> void give(DataStream<T> elements, String state) {
    end(
        elements
            .flatMap(
                (FlatMapFunction<T, Long>)
                    (element, out) -> Testimony.of(state).with("value", element).give())
            .returns(Types.LONG));
  }

  private static void end(DataStream<Long> nothing) {
    nothing.sinkTo(new DiscardingSink<>());
  }

  private static final class Windows extends WindowReaderFunction<Long, Long, Long, TimeWindow> {
    private static final long serialVersionUID = 1L;

    @Override
    public void readWindow(
        Long key, Context<TimeWindow> context, Iterable<Long> elements, Collector<Long> out) {
      for (Long element : elements) {
        Testimony.of("window-contents", key).window(context.window()).with("value", element).give();
      }
    }
  }
}
