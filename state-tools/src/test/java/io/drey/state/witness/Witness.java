// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.witness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drey.state.read.RowReader;
import io.drey.state.read.Selection;
import io.drey.state.read.TtlExpiry;
import io.drey.state.sample.TestingCluster;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * An operator and what a job declares of its state. Flink reads that from a savepoint in two ways:
 * by the State Processor API, and in a job that restores it.
 *
 * @param key the type of its keys
 */
public record Witness<K>(
    String uid, TypeInformation<K> key, List<DeclaredState> states, List<DeclaredList> lists) {
  private static final String PARALLELISM = "parallelism.default";

  public static <K> Witness<K> ofKeyed(
      String uid, TypeInformation<K> key, DeclaredState... states) {
    return new Witness<>(uid, key, List.of(states), List.of());
  }

  /** The same with operator states. */
  public Witness<K> with(DeclaredList... more) {
    return new Witness<>(uid, key, states, List.of(more));
  }

  public static Witness<Long> ofLists(String uid, DeclaredList... lists) {
    return new Witness<>(uid, Types.LONG, List.of(), List.of(lists));
  }

  /**
   * Asserts that Flink reads of a savepoint what Drey does, on each state backend and with other
   * parallelism, and that event-time timers fire.
   */
  public void agrees(Path savepoint) throws Exception {
    agrees(savepoint, ours(savepoint));
  }

  /** The same of what Drey has read with the job's classes. */
  public void agrees(Path savepoint, List<JsonNode> ours) throws Exception {
    assertThat(ours).isNotEmpty();
    assertThat(saved(savepoint, new HashMapStateBackend()))
        .as("State Processor API")
        .containsExactlyInAnyOrderElementsOf(ours);
    List<JsonNode> untimed = untimed(ours);
    for (String backend : List.of("hashmap", "rocksdb")) {
      assertThat(restored(savepoint, backend, untimed))
          .as(backend)
          .containsExactlyInAnyOrderElementsOf(untimed);
    }
  }

  /** What Drey reads, as trees without operators and subtasks. */
  public List<JsonNode> ours(Path savepoint) {
    SnapshotFiles files = SnapshotFiles.at(savepoint.toString());
    StringBuilder rows = new StringBuilder();
    RowReader.read(
        files, files.metadata().operator(uid), Selection.ALL, TtlExpiry.UNKNOWN, rows::append);
    return rows.toString().lines().map(Testimony::ours).toList();
  }

  /** What a job is told: no times of last access, and no timers that do not fire. */
  private static List<JsonNode> untimed(List<JsonNode> rows) {
    List<JsonNode> told = new ArrayList<>();
    for (JsonNode row : rows) {
      if (!row.path("state").asText().equals(Testimony.PROCESSING_TIMERS)) {
        ObjectNode untimed = row.deepCopy();
        untimed.remove("last_access");
        told.add(untimed);
      }
    }
    return told;
  }

  /** What the State Processor API reads. */
  public List<JsonNode> saved(Path savepoint, StateBackend backend) throws Exception {
    StreamExecutionEnvironment environment = environment(Map.of(PARALLELISM, "2"));
    readBy(SavepointReader.read(environment, savepoint.toString(), backend));
    TestingCluster.finish(environment);
    return Testimony.takeAll();
  }

  void readBy(SavepointReader reader) throws Exception {
    OperatorIdentifier operator = OperatorIdentifier.forUid(uid);
    if (!states.isEmpty()) {
      end(reader.readKeyedState(operator, new SavedKey<>(states), key, Types.LONG));
    }
    for (DeclaredList list : lists) {
      list.readBy(reader, operator);
    }
  }

  static void end(DataStream<Long> nothing) {
    nothing.sinkTo(new DiscardingSink<>());
  }

  private List<JsonNode> restored(Path savepoint, String backend, List<JsonNode> rows)
      throws Exception {
    int maxParallelism =
        SnapshotFiles.at(savepoint.toString()).metadata().operator(uid).maxParallelism();
    Map<String, String> settings = new HashMap<>();
    settings.put("state.backend.type", backend);
    settings.put(PARALLELISM, "3");
    settings.put("pipeline.max-parallelism", String.valueOf(maxParallelism));
    settings.put("execution.state-recovery.path", savepoint.toString());
    settings.put("execution.state-recovery.ignore-unclaimed-state", "true");
    StreamExecutionEnvironment environment = environment(settings);
    if (states.isEmpty()) {
      DataStream<Long> numbers = environment.fromData(Types.LONG, 1L).uid("any");
      end(numbers.rebalance().process(new RestoredLists(lists)).returns(Types.LONG).uid(uid));
    } else {
      DataStream<K> keys = environment.fromData(keys(rows), key).uid("any");
      end(
          keys.keyBy(each -> each, key)
              .process(new RestoredKey<K>(states, lists))
              .returns(Types.LONG)
              .uid(uid));
    }
    TestingCluster.finish(environment);
    return Testimony.takeAll();
  }

  private List<K> keys(List<JsonNode> rows) {
    return rows.stream()
        .filter(row -> row.has("key"))
        .map(row -> Testimony.object(row.path("key"), key.getTypeClass()))
        .distinct()
        .toList();
  }

  private static StreamExecutionEnvironment environment(Map<String, String> settings) {
    return StreamExecutionEnvironment.getExecutionEnvironment(Configuration.fromMap(settings));
  }
}
