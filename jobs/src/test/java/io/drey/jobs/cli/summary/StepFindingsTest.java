// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.local.TestingCounts;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.yaml.ExternalValues;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StepFindingsTest {
  private static final String SORTED = "{id: s, deduplicate: {key: k, ttl: 1s, order: event-time}}";

  @Test
  void findsTooManyLateEvents() {
    TestingCounts counts = new TestingCounts().step("s", "eventsIn", 900).step("s", "main", 900);

    assertThat(find(SORTED, counts.step("s", "lateEvents", 100)))
        .containsExactly(
            "step 's': 100 of 1,000 events late (10 %): a larger out-of-orderness in the 'time'"
                + " of the source takes them in");
  }

  @Test
  void toleratesOnePercentOfLateEvents() {
    TestingCounts counts = new TestingCounts().step("s", "eventsIn", 990).step("s", "main", 990);

    assertThat(find(SORTED, counts.step("s", "lateEvents", 10))).isEmpty();
  }

  @Test
  void findsNothingWhereSomethingCameOut() {
    TestingCounts counts =
        new TestingCounts()
            .step("f", "eventsIn", 10)
            .step("f", "main", 1)
            .step("f", "rejected", 9)
            .first("f", "first-rejected", "{\"b\":1}");

    assertThat(find("{id: f, filter: event.a}", counts)).isEmpty();
  }

  @Test
  void namesNoMoreThanADozenFields() {
    StringBuilder event = new StringBuilder("{\"f0\":0");
    for (int i = 1; i < 20; i++) {
      event.append(",\"f").append(i).append("\":0");
    }
    TestingCounts counts =
        new TestingCounts()
            .step("f", "eventsIn", 1)
            .step("f", "rejected", 1)
            .first("f", "first-rejected", event.append('}').toString());

    assertThat(find("{id: f, filter: event.other > 3}", counts))
        .containsExactly(
            "step 'f': the only event rejected: the first has no field 'other' (found: f0, f1, f2,"
                + " f3, f4, f5, f6, f7, f8, f9, f10, f11, …)");
  }

  private static List<String> find(String step, TestingCounts counts) {
    Loaded loaded =
        PipelineFile.parse(
            "t",
            "version: 1\nsources: {a: {type: stdin, time: {field: t}}}\nsteps: ["
                + step
                + "]\nsinks: {out: {type: discard}}\n",
            new ExternalValues(name -> null, Map.of()));
    Pipeline pipeline = Objects.requireNonNull(loaded.pipeline(), loaded.problems()::toString);
    StepEntry entry = pipeline.steps().get(0);
    return new StepFindings(entry, new StepCounts(entry, counts.counts()))
        .find().stream().map(Finding::text).toList();
  }
}
