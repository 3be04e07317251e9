// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.yaml.ExternalValues;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ArrivalPathsTest {
  private static final String PIPELINE =
      """
      version: 1
      sources:
        one: {type: file, path: a.jsonl, time: {field: at}}
        many: {type: file, path: b, parallel: true, time: {field: at}}
      steps:
        - {id: of-one, from: one, count: {key: k}}
        - {id: of-many, from: many, count: {key: k}}
        - {id: sorted, from: many, count: {key: k, order: event-time}}
        - {id: of-two, from: [one, many], count: {key: k}}
        - {id: slim, from: of-one, select: [k]}
        - {id: same, from: slim, aggregate: {by: k, every: 1m, measures: {n: {count: '*'}}}}
        - {id: other, from: slim, aggregate: {by: v, every: 1m, measures: {n: {count: '*'}}}}
        - {id: more, from: slim, count: {key: [k, v]}}
        - {id: whole, from: of-one, aggregate: {every: 1m, measures: {n: {count: '*'}}}}
        - {id: of-sorted, from: sorted, aggregate: {by: k, measures: {n: {count: '*'}}}}
        - {id: of-unsorted, from: of-many, aggregate: {by: k, measures: {n: {count: '*'}}}}
        - {id: of-windows, from: same, aggregate: {by: k, measures: {n: {sum: n}}}}
        - {id: of-whole, from: whole, aggregate: {by: k, measures: {n: {sum: n}}}}
      sinks:
        out: {type: stdout, from: [other, more, of-two, of-sorted, of-unsorted, of-windows, of-whole]}
      """;

  @Test
  void areOneFromOneReaderThroughStepsOfTheSameKey() {
    Loaded loaded =
        PipelineFile.parse("t.yaml", PIPELINE, new ExternalValues(name -> null, Map.of()));
    ArrivalPaths paths =
        new ArrivalPaths(
            Objects.requireNonNull(loaded.pipeline()), Objects.requireNonNull(loaded.wiring()));

    assertThat(
            List.of("of-one", "same", "more", "of-sorted", "of-windows", "of-whole").stream()
                .filter(step -> !paths.isOne(step)))
        .isEmpty();
    assertThat(
            List.of("of-many", "sorted", "of-two", "other", "whole", "of-unsorted").stream()
                .filter(paths::isOne))
        .isEmpty();
  }
}
