// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.yaml.ExternalValues;
import io.drey.jobs.yaml.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderChecksTest {
  private static final String ONE = "  a: {type: stdin, time: {field: t}}\n";
  private static final String TWO = ONE + "  b: {type: stdin, time: {field: t}}\n";
  private static final String PARALLEL =
      "  a: {type: file, path: in, parallel: true, time: {field: t}}\n";

  @Test
  void warnsBehindAStepThatReadsTwoSources() {
    assertThat(warnings(TWO, "{id: x, filter: event.x}", keyed("s", "k", "arrival")))
        .containsExactly(warning("'x' reads a and b"));
  }

  @Test
  void warnsBehindAParallelSourceAndAFilter() {
    assertThat(warnings(PARALLEL, "{id: x, filter: event.x}", keyed("s", "k", "arrival")))
        .containsExactly(warning("source 'a' is read in parallel"));
  }

  @Test
  void trustsOneSourceAndOneKey() {
    assertThat(warnings(ONE, keyed("r", "k", "arrival"), keyed("s", "k", "arrival"))).isEmpty();
  }

  @Test
  void trustsAKeyThatAnotherFieldIsAddedTo() {
    assertThat(warnings(ONE, keyed("r", "k", "arrival"), keyed("s", "[j, k]", "arrival")))
        .isEmpty();
    assertThat(warnings(ONE, keyed("r", "[j, k]", "arrival"), keyed("s", "k", "arrival")))
        .containsExactly(warning("step 'r' before it has another key"));
  }

  @Test
  void trustsASorter() {
    assertThat(warnings(TWO, keyed("s", "k", "event-time"))).isEmpty();
  }

  @Test
  void trustsASorterOfTheSameKeyBefore() {
    assertThat(warnings(TWO, keyed("r", "k", "event-time"), keyed("s", "k", "arrival"))).isEmpty();
  }

  @Test
  void doubtsASorterOfAnotherKeyBefore() {
    assertThat(warnings(TWO, keyed("r", "j", "event-time"), keyed("s", "k", "arrival")))
        .containsExactly(warning("step 'r' before it has another key"));
  }

  @Test
  void trustsAStepWithoutKeyBefore() {
    assertThat(warnings(ONE, "{id: n, sequence: {}}", keyed("s", "k", "arrival"))).isEmpty();
    assertThat(warnings(TWO, "{id: n, sequence: {}}", keyed("s", "k", "arrival")))
        .containsExactly(warning("'n' reads a and b"));
  }

  @Test
  void doubtsAKeyBeforeAStepWithoutOne() {
    assertThat(warnings(ONE, keyed("r", "j", "event-time"), "{id: n, sequence: {}}"))
        .containsExactly(warning("step 'r' before it has another key"));
  }

  @Test
  void warnsOncePerCause() {
    assertThat(warnings(TWO, keyed("r", "k", "arrival"), keyed("s", "k", "arrival")))
        .containsExactly(warning("'r' reads a and b"));
  }

  @Test
  void warnsOfTwoOutputsOfOneStep() {
    assertThat(
            warnings(
                ONE,
                "{id: x, filter: event.x}",
                "{id: s, from: [x, x.rejected], deduplicate: {key: k, ttl: 1s}}"))
        .containsExactly(warning("'s' reads x and x.rejected"));
  }

  private static String keyed(String id, String key, String order) {
    return "{id: %s, deduplicate: {key: %s, ttl: 1s, order: %s}}".formatted(id, key, order);
  }

  private static String warning(String reason) {
    return "Arrival order may differ from run to run: " + reason + " ('order: event-time' sorts)";
  }

  private static List<String> warnings(String sources, String... steps) {
    String text =
        "version: 1\nsources:\n"
            + sources
            + "steps: ["
            + String.join(", ", steps)
            + "]\nsinks: {out: {type: stdout}}\n";
    Loaded loaded = PipelineFile.parse("t", text, new ExternalValues(name -> null, Map.of()));
    assertThat(loaded.hasErrors()).as(loaded.problems().toString()).isFalse();
    return loaded.problems().stream().map(Problem::message).toList();
  }
}
