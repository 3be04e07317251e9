// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.drey.job.process.Rest;
import io.drey.job.process.RunningJob;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * What must not grow while a job runs.
 *
 * @param heap of the TaskManagers, in bytes
 * @param state of the last checkpoint, in bytes
 * @param behind how many records were sent and not read yet
 */
record Vitals(long heap, long state, long behind) {
  private static final String HEAP = "Status.JVM.Memory.Heap.Used";

  /** The operator that reads every record first. */
  private static final String FIRST = "numbered";

  static Vitals of(Rest rest, RunningJob job, long sent) throws IOException, InterruptedException {
    JsonNode checkpoint = rest.get("/jobs/" + job.id() + "/checkpoints").at("/latest/completed");
    return new Vitals(
        rest.get("/taskmanagers/metrics?agg=sum&get=" + HEAP).at("/0/sum").asLong(),
        checkpoint.path("state_size").asLong(),
        sent - read(rest, job));
  }

  private static long read(Rest rest, RunningJob job) throws IOException, InterruptedException {
    for (JsonNode task : rest.get("/jobs/" + job.id()).path("vertices")) {
      if (task.path("name").asText().startsWith(FIRST)) {
        return task.at("/metrics/read-records").asLong();
      }
    }
    throw new IllegalStateException("No task '" + FIRST + "'");
  }

  /** The lowest heap, which is what garbage collection leaves, and the most of everything else. */
  static Vitals of(List<Vitals> all) {
    return new Vitals(
        all.stream().min(Comparator.comparing(Vitals::heap)).orElseThrow().heap(),
        all.stream().max(Comparator.comparing(Vitals::state)).orElseThrow().state(),
        all.stream().max(Comparator.comparing(Vitals::behind)).orElseThrow().behind());
  }

  @Override
  public String toString() {
    return "heap %,d KiB, state %,d KiB, %,d records behind"
        .formatted(heap >> 10, state >> 10, behind);
  }
}
