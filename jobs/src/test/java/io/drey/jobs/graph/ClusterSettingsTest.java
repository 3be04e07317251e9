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

class ClusterSettingsTest {
  private static final RunMode PLAIN = new RunMode(false, false);
  private static final String FILE = "{type: file, path: /in.jsonl}";
  private static final String ENDLESS = "{type: generate, fields: {n: sequence(1)}}";
  private static final Map<String, String> NOTHING = Map.of();

  @Test
  void setsWhatHoldsEverywhereAgainstTheCluster() {
    assertThat(options(Map.of("pipeline.object-reuse", "false"), FILE, "{}"))
        .containsEntry("pipeline.object-reuse", "true")
        .containsEntry("pipeline.generic-types", "false")
        .containsEntry("pipeline.auto-generate-uids", "false");
  }

  @Test
  void leavesToTheClusterWhatTheFileDoesNotSay() {
    assertThat(options(NOTHING, FILE, "{}"))
        .doesNotContainKeys(
            "state.backend.type",
            "parallelism.default",
            "execution.checkpointing.interval",
            "execution.checkpointing.dir",
            "restart-strategy.type");
  }

  @Test
  void putsTheFileBeforeTheCluster() {
    Map<String, String> said =
        Map.of(
            "state.backend.type", "rocksdb",
            "execution.checkpointing.interval", "1 min",
            "execution.checkpointing.dir", "s3://cluster");
    String settings =
        "{state-backend: hashmap, checkpoint: {every: 5s, dir: 's3://file'}, flink: {a.b: c}}";

    assertThat(options(said, ENDLESS, settings))
        .containsEntry("state.backend.type", "hashmap")
        .containsEntry("execution.checkpointing.interval", "5 s")
        .containsEntry("execution.checkpointing.dir", "s3://file")
        .containsEntry("a.b", "c");
  }

  @Test
  void putsTheClusterBeforeDrey() {
    Map<String, String> said =
        Map.of(
            "execution.checkpointing.interval", "1 min",
            "execution.checkpointing.externalized-checkpoint-retention", "DELETE_ON_CANCELLATION",
            "restart-strategy.type", "fixed-delay");

    assertThat(options(said, ENDLESS, "{}"))
        .doesNotContainKeys(
            "execution.checkpointing.interval",
            "execution.checkpointing.externalized-checkpoint-retention",
            "restart-strategy.type");
  }

  @Test
  void checkpointsEveryTenSecondsAndRestartsForEverWhereNobodySaysOtherwise() {
    assertThat(options(NOTHING, ENDLESS, "{}"))
        .containsEntry("execution.checkpointing.interval", "10 s")
        .containsEntry("restart-strategy.type", "exponential-delay")
        .containsEntry(
            "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
  }

  @Test
  void checkpointsForASinkThatNeedsIt() {
    String yaml =
        """
        version: 1
        name: settings
        sources: {in: {type: file, path: /in.jsonl}}
        sinks: {out: {type: kafka, brokers: 'b:1', topic: t, delivery: exactly-once}}
        """;
    Pipeline pipeline =
        Objects.requireNonNull(
            PipelineFile.parse("x.yaml", yaml, ExternalValues.process(NOTHING)).pipeline());

    assertThat(new ClusterSettings(new Configuration()).of(pipeline, PLAIN).toMap())
        .containsEntry("execution.checkpointing.interval", "10 s");
  }

  @Test
  void doesNotRestartWhatCanNotBeReadAgain() {
    assertThat(
            options(
                Map.of("restart-strategy.type", "fixed-delay"),
                "{type: socket, host: localhost, port: 1}",
                "{}"))
        .containsEntry("restart-strategy.type", "none");
  }

  @Test
  void missesADirectoryForCheckpoints() {
    Configuration none = new Configuration();
    Configuration cluster = new Configuration();
    cluster.setString("execution.checkpointing.dir", "s3://cluster");

    assertThat(lacksDirectory(none, ENDLESS)).isTrue();
    assertThat(lacksDirectory(cluster, ENDLESS)).isFalse();
    assertThat(lacksDirectory(none, FILE)).isFalse();
  }

  @Test
  void takesTheParallelismOfTheFileElseOfTheCluster() {
    Configuration said = new Configuration();
    said.setString("parallelism.default", "3");

    assertThat(new ClusterSettings(said).parallelismOf(pipeline(FILE, "{}"))).isEqualTo(3);
    assertThat(new ClusterSettings(said).parallelismOf(pipeline(FILE, "{parallelism: 2}")))
        .isEqualTo(2);
    assertThat(new ClusterSettings(new Configuration()).parallelismOf(pipeline(FILE, "{}")))
        .isEqualTo(1);
  }

  private static boolean lacksDirectory(Configuration said, String source) {
    ClusterSettings settings = new ClusterSettings(said);
    return settings.lacksCheckpointDirectory(settings.of(pipeline(source, "{}"), PLAIN));
  }

  private static Map<String, String> options(
      Map<String, String> said, String source, String settings) {
    return new ClusterSettings(Configuration.fromMap(said))
        .of(pipeline(source, settings), PLAIN)
        .toMap();
  }

  private static Pipeline pipeline(String source, String settings) {
    String yaml =
        """
        version: 1
        name: settings
        sources: {in: %s}
        sinks: {out: {type: stdout}}
        settings: %s
        """;
    return Objects.requireNonNull(
        PipelineFile.parse(
                "x.yaml", yaml.formatted(source, settings), ExternalValues.process(NOTHING))
            .pipeline());
  }
}
