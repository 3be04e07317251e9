// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.yaml.ExternalValues;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WiringTest {
  private static final String TWO_SOURCES =
      """
      version: 1
      sources:
        a: {type: stdin, time: {field: t}}
        b: {type: file, path: b.jsonl, time: {field: t}}
      """;

  @Test
  void readsWhatIsBeforeUnlessTold() {
    Wiring wiring =
        wiring(
            """
            steps:
              - {id: one, filter: event.x}
              - {id: two, filter: event.x}
            sinks: {out: {type: stdout}, more: {type: discard}}
            """);

    assertThat(wiring.inputs()).hasToString("{one=[a, b], two=[one], out=[two], more=[two]}");
    assertThat(wiring.order()).containsExactly("one", "two", "out", "more");
  }

  @Test
  void readsAllSourcesWhereThereAreNoSteps() {
    assertThat(wiring("sinks: {out: {type: stdout}}").inputsOf("out")).hasToString("[a, b]");
  }

  @Test
  void readsWhatItIsTold() {
    Wiring wiring =
        wiring(
            """
            steps:
              - {id: last, from: [once.duplicates, b.malformed], filter: event.x}
              - {id: once, from: a, deduplicate: {key: k, ttl: 1s, order: event-time}}
            sinks: {out: {type: stdout, from: [last, once.late, once.invalid]}}
            """);

    assertThat(wiring.inputs())
        .hasToString(
            "{last=[once.duplicates, b.malformed], once=[a],"
                + " out=[last, once.late, once.invalid]}");
    assertThat(wiring.order()).containsExactly("once", "last", "out");
    assertThat(wiring.unread()).hasToString("[a.malformed, b, last.rejected, last.invalid, once]");
  }

  @Test
  void knowsTheOutputsOfEachAndWhoReadsThem() {
    Wiring wiring =
        wiring(
            """
            steps:
              - {id: once, deduplicate: {key: k, ttl: 1s}}
              - {id: some, filter: event.x}
            sinks: {out: {type: stdout, from: [some, once]}}
            """);

    assertThat(wiring.outputsOf("once")).hasToString("[once, once.duplicates, once.invalid]");
    assertThat(wiring.readersOf(Output.main("once"))).containsExactly("some", "out");
  }

  @Test
  void aSinkReadsWhatAnotherRejects() {
    Wiring wiring =
        wiring(
            """
            sinks:
              rest: {type: stdout, from: some.rejected}
              some: {type: kafka, brokers: 'b:1', topic-field: t, topics: [a]}
            """);

    assertThat(wiring.order()).containsExactly("some", "rest");
    assertThat(wiring.outputsOf("some")).hasToString("[some.rejected]");
    assertThat(wiring.unread()).hasToString("[a.malformed, b.malformed]");
  }

  private static Wiring wiring(String stepsAndSinks) {
    ExternalValues nothing = new ExternalValues(name -> null, Map.of());
    Loaded loaded = PipelineFile.parse("t.yaml", TWO_SOURCES + stepsAndSinks, nothing);
    assertThat(loaded.problems()).filteredOn(problem -> problem.isError()).isEmpty();
    return Objects.requireNonNull(loaded.wiring());
  }
}
