// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.OddKeys;
import io.drey.state.sample.Rows;
import io.drey.state.sample.TestingCluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OddKeysITCase {
  private final Path directory;

  OddKeysITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @CsvSource({"hashmap,CANONICAL", "hashmap,NATIVE", "rocksdb,NATIVE"})
  void readsKeysWithPartsAndNamespacesOfAnyLength(String backend, SavepointFormatType format)
      throws Exception {
    Map<String, String> settings =
        Map.of("state.backend.type", backend, "pipeline.max-parallelism", "4");
    Path savepoint = TestingCluster.savepoint(settings, OddKeys::build, format, directory);

    assertThat(Rows.keyed(savepoint, "tuples"))
        .containsExactlyInAnyOrderElementsOf(
            rows(
                "tuples",
                List.of("{'f0':'t0','f1':0}", "{'f0':'t1','f1':1}", "{'f0':'t2','f1':2}")));
    assertThat(Rows.keyed(savepoint, "rows"))
        .containsExactlyInAnyOrderElementsOf(
            rows(
                "rows", List.of("{'f0':0,'f1':null}", "{'f0':1,'f1':'r1'}", "{'f0':2,'f1':'r2'}")));
    List<String> namespaces =
        new ArrayList<>(
            rows(
                "namespaces",
                List.of("'','namespace':''", "'k','namespace':''", "'kk','namespace':''")));
    for (String row : List.copyOf(namespaces)) {
      namespaces.add(row.replace("\"namespace\":\"\"", "\"namespace\":\"" + "n".repeat(300) + '"'));
    }
    assertThat(Rows.keyed(savepoint, "namespaces")).containsExactlyInAnyOrderElementsOf(namespaces);
  }

  /** A value and an entry of a map for each key, by what its row says. */
  private static List<String> rows(String operator, List<String> keys) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      String start = "{'operator':'" + operator + "','state':'%s','key':" + keys.get(i) + ",";
      rows.add(start.formatted("value") + "'value':" + i + "}");
      rows.add(start.formatted("map") + "'map_key':'m','value':" + i + "}");
    }
    rows.replaceAll(row -> row.replace('\'', '"'));
    return rows;
  }
}
