// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.yaml.ExternalValues;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

class JobSettingsTest {
  private static final RunMode PLAIN = new RunMode(false, false);
  private static final String FILE = "{type: file, path: in.jsonl}";
  private static final String ENDLESS = "{type: generate, fields: {n: sequence(1)}}";

  @Test
  void refusesTypesThatWouldFallToKryoAndUidsThatWouldChange() {
    Map<String, String> options = options(FILE, "{}", PLAIN);

    assertThat(options)
        .containsEntry("pipeline.generic-types", "false")
        .containsEntry("pipeline.auto-generate-uids", "false");
  }

  @Test
  void takesNoCheckpointsOfInputThatEndsUnlessAsked() {
    assertThat(options(FILE, "{}", PLAIN))
        .doesNotContainKey("execution.checkpointing.interval")
        .containsEntry("restart-strategy.type", "none");
    assertThat(options(FILE, "{checkpoint: {every: 5s, dir: /var/drey}}", PLAIN))
        .containsEntry("execution.checkpointing.interval", "5 s")
        .containsEntry("execution.checkpointing.dir", "file:///var/drey")
        .containsEntry("restart-strategy.type", "fixed-delay");
  }

  @Test
  void takesCheckpointsEveryTenSecondsWhereInputDoesNotEnd() {
    assertThat(options(ENDLESS, "{}", PLAIN))
        .containsEntry("execution.checkpointing.interval", "10 s")
        .containsEntry("execution.checkpointing.dir", "file:/scratch");
    assertThat(options(FILE, "{}", new RunMode(true, false)))
        .containsEntry("execution.checkpointing.interval", "10 s");
  }

  @Test
  void doesNotRestartWhatCanNotBeReadAgain() {
    assertThat(options("{type: stdin}", "{checkpoint: {every: 5s}}", PLAIN))
        .containsEntry("restart-strategy.type", "none");
  }

  @Test
  void letsTheFileHaveTheLastWord() {
    String settings = "{state-backend: rocksdb, flink: {pipeline.object-reuse: false, a.b: c}}";

    assertThat(options(FILE, settings, PLAIN))
        .containsEntry("state.backend.type", "rocksdb")
        .containsEntry("pipeline.object-reuse", "false")
        .containsEntry("a.b", "c");
  }

  private static Map<String, String> options(String source, String settings, RunMode mode) {
    String yaml =
        """
        version: 1
        name: settings
        sources: {in: %s}
        sinks: {out: {type: stdout}}
        settings: %s
        """;
    Pipeline pipeline =
        PipelineFile.parse(
                "x.yaml", yaml.formatted(source, settings), ExternalValues.process(Map.of()))
            .pipeline();
    Configuration configuration = new Configuration();
    JobSettings.apply(Objects.requireNonNull(pipeline), mode, "file:/scratch", configuration);
    return configuration.toMap();
  }
}
