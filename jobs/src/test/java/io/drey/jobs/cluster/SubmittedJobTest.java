// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.yaml.ExternalValues;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

class SubmittedJobTest {
  private static final CheckedBefore NOTHING = new CheckedBefore(false, false);
  private static final String ENDLESS = "{type: generate, fields: {n: sequence(1)}}";
  private static final String BOUNDED = "{type: generate, count: 1, fields: {n: sequence(1)}}";
  private static final String OVERWRITING = "{type: file, path: /out, mode: overwrite}";

  @Test
  void needsADirectoryForCheckpointsOfEndlessInput() {
    Pipeline endless = pipeline(ENDLESS, "{type: discard}");

    assertThatThrownBy(() -> job(Map.of()).check(endless, NOTHING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Missing checkpoint directory: the JobManager's memory holds checkpoints of up to 5 MB"
                + " (settings.checkpoint.dir or -Dexecution.checkpointing.dir=URI names one,"
                + " --no-checkpoint-dir goes without)");
    job(Map.of()).check(endless, new CheckedBefore(false, true));
    job(Map.of("execution.checkpointing.dir", "s3://b")).check(endless, NOTHING);
    job(Map.of()).check(pipeline(BOUNDED, "{type: discard}"), NOTHING);
  }

  @Test
  void leavesOverwritingToWhoeverSubmits() {
    Pipeline overwriting = pipeline(BOUNDED, OVERWRITING);

    assertThatThrownBy(() -> job(Map.of()).check(overwriting, NOTHING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot overwrite what sink 'out' wrote before: main may run again (drey submit deletes"
                + " it once)");
    job(Map.of()).check(overwriting, new CheckedBefore(true, false));
    job(Map.of("execution.state-recovery.path", "s3://b/s")).check(overwriting, NOTHING);
  }

  @Test
  void knowsWhereItsMainRuns() {
    assertThat(job(Map.of("execution.target", "embedded")).isInCluster()).isTrue();
    assertThat(job(Map.of("execution.target", "remote")).isInCluster()).isFalse();
  }

  private static SubmittedJob job(Map<String, String> said) {
    return new SubmittedJob(Configuration.fromMap(said));
  }

  private static Pipeline pipeline(String source, String sink) {
    String yaml = "version: 1\nname: p\nsources: {in: %s}\nsinks: {out: %s}\n";
    return Objects.requireNonNull(
        PipelineFile.parse("x.yaml", yaml.formatted(source, sink), ExternalValues.process(Map.of()))
            .pipeline());
  }
}
