// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.Damage;
import io.drey.state.sample.Rows;
import io.drey.state.sample.SqlJob;
import io.drey.state.sample.TestingCluster;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlRowsITCase {
  private static final List<String> GROUPS =
      List.of(
          "{'state':'accState','key':{'f0':'a'},'value':{'f0':2,'f1':2,'f2':0.02}}",
          "{'state':'accState','key':{'f0':'b'},'value':{'f0':1,'f1':1,'f2':0.01}}");

  private static final List<String> LAST_OF_EACH_NAME =
      List.of(
          "{'state':'deduplicate-state','key':{'f0':'a'},'value':{'$kind':'+U','f0':'a','f1':2,"
              + "'f2':0.02,'f3':['tag-2',null],'f4':'1970-01-01T00:00:02.000Z'}}",
          "{'state':'deduplicate-state','key':{'f0':'b'},'value':{'f0':'b','f1':1,"
              + "'f2':0.01,'f3':['tag-1',null],'f4':'1970-01-01T00:00:01.000Z'}}");

  private static final List<String> JOIN =
      List.of(
          "{'state':'left-records','key':{'f0':0},'map_key':{'f0':'a','f1':0},'value':1}",
          "{'state':'left-records','key':{'f0':1},'map_key':{'f0':'b','f1':1},'value':1}",
          "{'state':'left-records','key':{'f0':2},'map_key':{'f0':'a','f1':2},'value':1}",
          "{'state':'right-records','key':{'f0':1},'map_key':{'f0':0.00,'f1':1},'value':1}",
          "{'state':'right-records','key':{'f0':2},'map_key':{'f0':0.01,'f1':2},'value':1}",
          "{'state':'right-records','key':{'f0':3},'map_key':{'f0':0.02,'f1':3},'value':1}");

  private static final List<String> WINDOWS =
      List.of(
          "{'state':'window-aggs','key':{'f0':'a'},'namespace':3600000,'value':{'f0':2}}",
          "{'state':'window-aggs','key':{'f0':'b'},'namespace':3600000,'value':{'f0':1}}",
          "{'state':'_timer_state/event_window-timers','key':{'f0':'a'},'namespace':3600000,"
              + "'timestamp':'1970-01-01T00:59:59.999Z'}",
          "{'state':'_timer_state/event_window-timers','key':{'f0':'b'},'namespace':3600000,"
              + "'timestamp':'1970-01-01T00:59:59.999Z'}");

  @ParameterizedTest
  @ValueSource(strings = {"hashmap", "rocksdb"})
  void readsWhatQueriesKeep(String backend, @TempDir Path directory) throws Exception {
    Path savepoint =
        TestingCluster.savepoint(
            Map.of("state.backend.type", backend, "parallelism.default", "1"),
            SqlJob::build,
            SavepointFormatType.NATIVE,
            directory);
    List<String> expected = new ArrayList<>();
    List.of(GROUPS, LAST_OF_EACH_NAME, JOIN, WINDOWS).forEach(expected::addAll);
    expected.replaceAll(row -> row.replace('\'', '"'));

    assertThat(rows(savepoint)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(Damage.of(savepoint).reports()).isEmpty();
  }

  private static List<String> rows(Path savepoint) {
    List<String> rows = new ArrayList<>();
    for (OperatorSnapshot operator :
        SnapshotFiles.at(savepoint.toString()).metadata().operators()) {
      String id = operator.id().toString();
      for (String row : Rows.keyed(savepoint, id)) {
        rows.add(row.replace("\"operator\":\"" + id + "\",", ""));
      }
    }
    return rows;
  }
}
