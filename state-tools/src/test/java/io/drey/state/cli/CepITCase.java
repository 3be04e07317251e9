// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.CepJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(180)
class CepITCase {
  private static final Path ROOT = Path.of(System.getProperty("drey.root"));
  private static final Path SAMPLE = ROOT.resolve("conf/samples/stuck-orders");

  private final TestingDrey drey = new TestingDrey();

  @ParameterizedTest
  @CsvSource({"hashmap, CANONICAL", "hashmap, NATIVE", "rocksdb, CANONICAL", "rocksdb, NATIVE"})
  void showsWhichStageEachKeyWaitsIn(String backend, SavepointFormatType format) throws Exception {
    Path savepoint = CepJob.ofCep(backend, format);
    keepSample(savepoint, backend + format);

    assertThat(rows(savepoint, "shipments")).containsExactlyElementsOf(expected("cep.jsonl"));
  }

  /** The page shows the savepoint of a job that no pipeline file can describe. */
  private static void keepSample(Path savepoint, String from) throws IOException {
    if (Boolean.getBoolean("drey.write") && from.equals("hashmapCANONICAL")) {
      Files.createDirectories(SAMPLE);
      Path copy = SAMPLE.resolve("_metadata");
      Files.copy(savepoint.resolve("_metadata"), copy, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Test
  void showsTheSameOfTheSample() throws IOException {
    assertThat(rows(SAMPLE, "shipments")).containsExactlyElementsOf(expected("cep.jsonl"));
  }

  @Test
  void showsWhichStageEachKeyOfAQueryWaitsIn() throws Exception {
    Path savepoint = CepJob.ofSql();
    drey.run("state", "ls", savepoint.toString(), "-o", "jsonl");
    String operator =
        drey.lines().stream()
            .filter(line -> line.contains("nfaStateName"))
            .map(line -> line.replaceFirst(".*?\"hash\":\"(\\w+)\".*", "$1"))
            .findFirst()
            .orElseThrow();

    assertThat(rows(savepoint, operator))
        .extracting(row -> row.replace(operator, "match"))
        .containsExactlyElementsOf(expected("match-recognize.jsonl"));
  }

  @Test
  void queriesWhatKeysWaitFor() {
    int exit =
        drey.run(
            "state",
            "query",
            SAMPLE.toString(),
            "SELECT key, stage, since, EXTRACT(MINUTE FROM since) m FROM shipments.nfaStateName AS s CROSS JOIN UNNEST(s.`value`.partial)"
                + " AS m(stage, `last`, version, since, last_at, `first`)"
                + " WHERE since IS NOT NULL ORDER BY since");

    assertThat(drey.err()).isEmpty();
    assertThat(exit).isZero();
    assertThat(drey.out())
        .isEqualTo(
            """
            {"key":"o-1","stage":"shipped","since":"2024-01-15T09:00:00.000Z","m":0}
            {"key":"o-3","stage":"paid","since":"2024-01-15T09:03:00.000Z","m":3}
            """);
  }

  private List<String> rows(Path savepoint, String operator) {
    drey.clear();
    int exit = drey.run("state", "read", savepoint.toString(), "--operator", operator);
    assertThat(drey.err()).isEmpty();
    assertThat(exit).isZero();
    return drey.lines().stream().filter(row -> !row.contains("_timer_state")).sorted().toList();
  }

  private List<String> expected(String name) throws IOException {
    Path file = ROOT.resolve("state-tools/src/test/resources/cep").resolve(name);
    if (Boolean.getBoolean("drey.write")) {
      Files.createDirectories(file.getParent());
      Files.write(
          file,
          drey.lines().stream()
              .filter(row -> !row.contains("_timer_state"))
              .map(
                  row ->
                      row.replaceFirst("\"operator\":\"[0-9a-f]{32}\"", "\"operator\":\"match\""))
              .sorted()
              .toList());
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.toList();
    }
  }
}
