// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that are restored with another key, or another option by which state was kept. */
@Timeout(120)
class ChangedKeyITCase {
  private static final String PIPELINE =
      """
      version: 1
      name: changed
      sources: {in: {type: file, path: "${var:DIR}/in", time: {field: t}}}
      steps:
        - {id: once, deduplicate: {key: [client, path], ttl: 1h}}
        - {id: limited, from: in, rate-limit: {key: client, limit: 1, per: 1h}}
        - {id: windows, from: in, aggregate: {by: client, every: 1h, measures: {n: {count: client}}}}
      sinks:
        out: {type: file, path: "${var:DIR}/out.jsonl", mode: append, fields: [n], from: once}
        rest: {type: discard, from: [limited, windows]}
      settings: {checkpoint: {every: 10s}}
      """;

  private final TestingRun runs;

  ChangedKeyITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @BeforeEach
  void writeInput() throws Exception {
    runs.write("in/1", List.of(event(1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[client, path], ttl|[client, path, status], ttl|key: [\"client\",\"path\"] became"
            + " [\"client\",\"path\",\"status\"]",
        "[client, path], ttl|[path, client], ttl|key: [\"client\",\"path\"] became"
            + " [\"path\",\"client\"]",
        "ttl: 1h}|ttl: 1h, keep: last}|keep: first became last",
        "per: 1h|per: 2h|per: 1h became 2h",
        "limit: 1, per|algorithm: sliding-window, limit: 1, per|algorithm: fixed-window became"
            + " sliding-window",
        "every: 1h, measures|every: 30m, measures|every: 1h became 30m",
        "by: client|by: path|key: [\"client\"] became [\"path\"]",
        "time: {field: t}|time: processing|time: event time became processing time",
      })
  void refusesAtOnce(String before, String after, String why) throws Exception {
    String savepoint = runs.keepOpen(PIPELINE);
    String changed = PIPELINE.replace(before, after);
    assertThat(changed).isNotEqualTo(PIPELINE);

    RunReport report = runs.execute(changed, RunOptions.PLAIN.from(savepoint));

    assertThat(report.failure())
        .isInstanceOf(IncompatibleStateException.class)
        .hasMessageContaining("(" + why)
        .hasMessageContaining("--allow-changed-key");
    assertThat(report.counts().restarts()).isZero();
  }

  @Test
  void findsItsStateWhereOnlyOtherOptionsHaveChanged() throws Exception {
    String savepoint = runs.keepOpen(PIPELINE);
    runs.write("in/2", List.of(event(2)));

    runs.continueFrom(
        savepoint,
        PIPELINE.replace("ttl: 1h}", "ttl: 2h, max-keys: 9}").replace("limit: 1", "limit: 2"));

    assertThat(runs.read("out.jsonl")).containsExactly("{\"n\":1}");
  }

  @Test
  void startsAnewWhereThatIsAllowed() throws Exception {
    String savepoint = runs.keepOpen(PIPELINE);
    runs.write("in/2", List.of(event(2)));
    String changed = PIPELINE.replace("[client, path], ttl", "[path, client], ttl");

    LocalRun run = runs.load(changed, List.of("once"), RunOptions.PLAIN.from(savepoint));
    RunReport report = run.execute(counts -> {});

    assertThat(report.failure()).isNull();
    assertThat(runs.read("out.jsonl")).containsExactly("{\"n\":1}", "{\"n\":2}");
  }

  private static String event(int n) {
    return "{\"t\":\"2024-01-01T00:00:0"
        + n
        + "Z\",\"client\":\"a\",\"path\":\"/\",\"n\":"
        + n
        + "}";
  }
}
