// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.AsyncStates;
import io.drey.state.sample.Rows;
import io.drey.state.sample.TestingCluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsyncRowsITCase {
  private final Path directory;

  AsyncRowsITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @ValueSource(strings = {"forst", "rocksdb", "hashmap"})
  void readsStatesOfTheNewerApi(String backend) throws Exception {
    Map<String, String> settings =
        Map.of("state.backend.type", backend, "pipeline.max-parallelism", "4");
    Path savepoint =
        TestingCluster.savepoint(
            settings, AsyncStates::build, SavepointFormatType.NATIVE, directory);

    assertThat(Rows.keyed(savepoint, "async-states"))
        .filteredOn(row -> !row.contains("\"state\":\"account\""))
        .containsExactlyInAnyOrderElementsOf(expected());
    assertThat(Rows.keyed(savepoint, "async-states"))
        .contains(
            start("account", 1)
                + "\"value\":{\"address\":{\"city\":\"city\\t1\",\"zip\":1},\"balance\":-1,"
                + "\"homes\":{\"home\":{\"city\":\"city\\t1\",\"zip\":1}},\"kind\":\"PREMIUM\","
                + "\"limits\":[1],\"owner\":\"owner-1-\u00e9\u4e16\",\"rating\":1,"
                + "\"tags\":[\"a1\",\"b\"]}}");
  }

  private static List<String> expected() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      rows.add(start("names", i) + "\"value\":[\"n" + i + "\",\"\"]}");
      rows.add(start("counts", i) + "\"map_key\":\"c" + i + "\",\"value\":" + i + "}");
      rows.add(start("sum", i) + "\"value\":" + i + "}");
      rows.add(
          start("_timer_state/event_user-timers", i)
              + "\"timestamp\":\"2030-03-17T17:46:40.00"
              + (i + "Z\"}"));
    }
    return rows;
  }

  private static String start(String state, int i) {
    return "{\"operator\":\"async-states\",\"state\":\"" + state + "\",\"key\":\"key-" + i + "\",";
  }
}
