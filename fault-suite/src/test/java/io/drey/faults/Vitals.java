// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.drey.job.process.Rest;
import io.drey.job.process.RunningJob;
import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * What must not grow while a job runs.
 *
 * @param heap what of the TaskManagers' heaps is left once garbage is collected, in bytes
 * @param state of the last checkpoint, in bytes
 * @param behind how many records were sent and not read yet
 */
record Vitals(long heap, long state, long behind) {
  /** The operator that reads every record first. */
  private static final String FIRST = "numbered";

  static Vitals of(Cluster cluster, RunningJob job, LongSupplier sent)
      throws IOException, InterruptedException {
    Rest rest = cluster.rest();
    // metrics are fetched when they are asked for, and told the next time
    long unused = read(rest, job);
    long heap = cluster.livingBytes();
    Thread.sleep(1_000);
    long behind = sent.getAsLong() - read(rest, job);
    JsonNode checkpoint = rest.get("/jobs/" + job.id() + "/checkpoints").at("/latest/completed");
    return new Vitals(heap, checkpoint.path("state_size").asLong(), behind);
  }

  private static long read(Rest rest, RunningJob job) throws IOException, InterruptedException {
    for (JsonNode task : rest.get("/jobs/" + job.id()).path("vertices")) {
      if (task.path("name").asText().startsWith(FIRST)) {
        return task.at("/metrics/read-records").asLong();
      }
    }
    throw new IllegalStateException("No task '" + FIRST + "'");
  }

  /** The most of each. */
  Vitals orMore(Vitals other) {
    return new Vitals(
        Math.max(heap, other.heap), Math.max(state, other.state), Math.max(behind, other.behind));
  }

  @Override
  public String toString() {
    return "heap %,d KiB, state %,d KiB, %,d records behind"
        .formatted(heap >> 10, state >> 10, behind);
  }
}
