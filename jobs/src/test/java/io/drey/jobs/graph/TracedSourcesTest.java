// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.yaml.ExternalValues;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TracedSourcesTest {
  private static final String PIPELINE =
      """
      version: 1
      sources: {a: {type: stdin}, b: {type: file, path: b}, c: {type: file, path: c}}
      steps:
        - {id: slim, from: [a, b.malformed], select: [k]}
        - {id: s, script: {event: event.m = %s}}
        - {id: t, script: {event: event.m = 1}}
        - {id: n, from: [a, c], sequence: {}}
      sinks: {out: {type: stdout}}
      """;

  @Test
  void areThoseBeforeAScriptThatAsks() {
    assertThat(traced("meta.source")).isEqualTo(new TracedSources(Set.of("a", "b")));
  }

  @Test
  void areNoneWhereNoScriptAsks() {
    assertThat(traced("event.meta.source").ids()).isEmpty();
  }

  private static TracedSources traced(String value) {
    Loaded loaded =
        PipelineFile.parse(
            "t.yaml", PIPELINE.formatted(value), new ExternalValues(name -> null, Map.of()));
    return TracedSources.of(
        Objects.requireNonNull(loaded.pipeline(), () -> loaded.problems().toString()),
        Objects.requireNonNull(loaded.wiring()));
  }
}
