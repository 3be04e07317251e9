// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.witness;

import com.fasterxml.jackson.databind.JsonNode;
import io.drey.operators.event.Event;
import io.drey.state.sample.Account;
import io.drey.state.sample.ManyStates;
import io.drey.state.sample.Snapshots;
import io.drey.state.sample.TestingCluster;
import io.drey.state.sample.Visit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.api.functions.WindowReaderFunction;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** What the {@link io.drey.state.sample.SampleJob} declares. */
public final class SampleWitness {
  public static final Witness<String> MANY_STATES =
      Witness.ofKeyed(
          "many-states",
          Types.STRING,
          DeclaredState.value("last", Types.LONG),
          DeclaredState.value("account", TypeInformation.of(Account.class)),
          DeclaredState.value("visit", TypeInformation.of(Visit.class)),
          DeclaredState.value("pair", Types.TUPLE(Types.STRING, Types.BOOLEAN)),
          DeclaredState.value("event", TypeInformation.of(Event.class)),
          DeclaredState.list("names", Types.STRING),
          DeclaredState.map("counts", Types.STRING, Types.LONG),
          DeclaredState.reducing("sum", Types.LONG),
          DeclaredState.aggregating("joined", new ManyStates.Join(), Types.STRING),
          DeclaredState.value("fresh", Types.STRING).expiring(),
          DeclaredState.list("fresh-list", Types.INT).expiring(),
          DeclaredState.map("fresh-map", Types.INT, Types.STRING).expiring());

  public static final Witness<Long> SUBTASK_STATES =
      Witness.ofLists(
          "subtask-states",
          DeclaredList.split("names", Types.STRING),
          DeclaredList.union("offsets", Types.TUPLE(Types.STRING, Types.LONG)),
          DeclaredList.broadcast("rules", Types.STRING, TypeInformation.of(Account.class)));

  private static final Witness<Long> WINDOWS = Witness.ofLists("windows");

  private SampleWitness() {}

  /** Asserts that Flink reads and restores of a savepoint what Drey reads of it. */
  public static void agrees(Path savepoint) throws Exception {
    MANY_STATES.agrees(savepoint);
    SUBTASK_STATES.agrees(savepoint);
  }

  /** What Flink reads of all operators, but the timers of windows, which it does not show. */
  public static List<JsonNode> rows(Snapshots snapshot) throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(
            Configuration.fromMap(Map.of("parallelism.default", "2")));
    SavepointReader reader =
        SavepointReader.read(environment, snapshot.path().toString(), backend(snapshot));
    MANY_STATES.readBy(reader);
    SUBTASK_STATES.readBy(reader);
    Witness.end(
        reader
            .window(TumblingEventTimeWindows.of(Duration.ofHours(1)))
            .reduce(WINDOWS.uid(), Long::sum, new Windows(), Types.LONG, Types.LONG, Types.LONG));
    TestingCluster.finish(environment);
    return Testimony.takeAll();
  }

  /** What Drey reads, to be held against it. */
  public static List<JsonNode> ours(Snapshots snapshot) {
    List<JsonNode> rows = new ArrayList<>();
    for (Witness<?> operator : List.of(MANY_STATES, SUBTASK_STATES, WINDOWS)) {
      rows.addAll(operator.ours(snapshot.path()));
    }
    rows.removeIf(row -> row.get("state").textValue().endsWith("_window-timers"));
    return rows;
  }

  private static StateBackend backend(Snapshots snapshot) {
    return snapshot.name().endsWith("ROCKSDB")
        ? new EmbeddedRocksDBStateBackend()
        : new HashMapStateBackend();
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
