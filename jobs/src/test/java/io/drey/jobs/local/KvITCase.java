// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store in a job: from several partitions, over restarts, and told again by its changes. */
@Timeout(120)
class KvITCase {
  private static final String PIPELINE =
      """
      version: 1
      name: store
      sources:
        in: {type: file, path: "${var:DIR}/in/*.jsonl", parallel: %s, time: {field: ts, unit: ms}}
      steps:
        - {id: store, kv: {order: %s}}
      sinks:
        out: {type: file, path: "${var:DIR}/out", mode: overwrite}
        changes: {type: file, path: "${var:DIR}/changes", from: store.changes, mode: overwrite}
      settings: {parallelism: %d, state-backend: %s}
      """;

  /** A scope that is never empty: of one whose entries have expired list_groups may yet tell. */
  private static final String EXPIRING = "\"op\":\"set\",\"scope\":\"s-expiring\",";

  private final TestingRun runs;

  KvITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @Test
  void countsEveryIncrementOfFourPartitions() throws Exception {
    for (int file = 0; file < 4; file++) {
      List<String> increments = new ArrayList<>();
      for (int i = 0; i < 125; i++) {
        increments.add(
            "{\"ts\":%d,\"op\":\"update\",\"scope\":\"s\",\"key\":\"n\",\"ops\":[{\"type\":\"increment\"}]}"
                .formatted(i));
      }
      runs.write("in/" + file + ".jsonl", increments);
    }

    runs.run(PIPELINE.formatted(true, "arrival", 4, "hashmap"));

    assertThat(runs.read("out"))
        .hasSize(500)
        .filteredOn(answer -> answer.contains("\"new_value\":500,"))
        .hasSize(1);
    assertThat(runs.read("changes")).hasSize(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hashmap", "rocksdb"})
  void answersTheSameInOneRunAndInThree(String backend) throws Exception {
    List<String> commands = commands(new Random(7), 300);
    runs.write("in/1.jsonl", commands.subList(0, 100));
    String savepoint = runs.keepOpen(restartable(1, backend));
    runs.write("in/2.jsonl", commands.subList(100, 200));
    savepoint = runs.keepOpenFrom(savepoint, restartable(4, backend));
    runs.write("in/3.jsonl", commands.subList(200, 300));
    runs.continueFrom(savepoint, restartable(2, backend));
    List<List<String>> inThree = written();

    runs.run(PIPELINE.formatted(false, "event-time", 1, "hashmap"));

    assertThat(inThree).isEqualTo(written());
    assertThat(runs.read("out")).hasSize(300).anyMatch(line -> line.contains("\"groups\":[\"s"));
    assertThat(runs.read("changes")).anyMatch(line -> line.contains("state:expired"));
  }

  private static String restartable(int parallelism, String backend) {
    return PIPELINE
        .formatted(false, "event-time", parallelism, backend)
        .replace("mode: overwrite", "mode: create");
  }

  private List<List<String>> written() throws Exception {
    return List.of(
        runs.read("out").stream().sorted().toList(),
        runs.read("changes").stream().sorted().toList());
  }

  private static List<String> commands(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"ts\":%d,\"id\":%d,%s}".formatted(i * 10, i, command(random, i)))
        .toList();
  }

  private static String command(Random random, int number) {
    String scope = "\"scope\":\"s" + random.nextInt(6) + "\"";
    String entry = scope + ",\"key\":\"k" + random.nextInt(3) + "\"";
    if (number == 0) {
      return EXPIRING + "\"key\":\"lasting\",\"value\":0";
    }
    return switch (random.nextInt(8)) {
      case 0, 1 -> "\"op\":\"set\"," + entry + ",\"value\":" + random.nextInt(9);
      case 2 -> EXPIRING + "\"key\":\"x" + random.nextInt(4) + "\",\"value\":1,\"ttl\":\"170ms\"";
      case 3 -> "\"op\":\"update\"," + entry + ",\"ops\":[{\"type\":\"increment\"}]";
      case 4 -> "\"op\":\"delete\"," + entry;
      case 5 -> "\"op\":\"list\"," + scope;
      case 6 -> "\"op\":\"list_groups\"";
      default -> "\"op\":\"get\"," + entry;
    };
  }
}
