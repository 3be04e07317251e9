// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a job is.
 *
 * @param state Flink's word for it
 * @param running for how long it has been there
 * @param restarts how often it was restarted; null if it does not run
 * @param checkpointAge since the last completed checkpoint; null if there is none
 * @param checkpointSize in bytes, of that
 * @param failedCheckpoints since its start
 */
public record JobStatus(
    String job,
    String name,
    String state,
    Duration running,
    @Nullable Long restarts,
    @Nullable Duration checkpointAge,
    @Nullable Long checkpointSize,
    long failedCheckpoints,
    JobCounts counts) {
  static JobStatus of(JsonNode details, JsonNode checkpoints, JsonNode metrics, JobCounts counts) {
    JsonNode restarts = metrics.path(0).path("value");
    JsonNode last = checkpoints.path("latest").path("completed");
    long now = details.path("now").asLong();
    boolean hasLast = last.hasNonNull("trigger_timestamp");
    return new JobStatus(
        details.path("jid").asText(),
        details.path("name").asText(),
        details.path("state").asText(),
        Duration.ofMillis(details.path("duration").asLong()),
        restarts.isMissingNode() ? null : restarts.asLong(),
        hasLast ? Duration.ofMillis(now - last.path("trigger_timestamp").asLong()) : null,
        hasLast ? last.path("state_size").asLong() : null,
        checkpoints.path("counts").path("failed").asLong(),
        counts);
  }
}
