// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The jobs of a cluster. */
public final class ClusterJobs {
  private static final long LOOK_EVERY_MILLIS = 200;

  private final ClusterRest rest;

  public ClusterJobs(ClusterRest rest) {
    this.rest = rest;
  }

  /**
   * A job in the list of all.
   *
   * @param state Flink's word for it
   */
  public record Listed(String job, String name, String state, Instant start, Duration duration) {}

  /** All jobs that the cluster knows of, the newest last. */
  public List<Listed> all() throws IOException, InterruptedException {
    List<Listed> jobs = new ArrayList<>();
    for (JsonNode job : rest.get("/jobs/overview").path("jobs")) {
      jobs.add(
          new Listed(
              job.path("jid").asText(),
              job.path("name").asText(),
              job.path("state").asText(),
              Instant.ofEpochMilli(job.path("start-time").asLong()),
              Duration.ofMillis(job.path("duration").asLong())));
    }
    jobs.sort((one, other) -> one.start().compareTo(other.start()));
    return jobs;
  }

  /** What the cluster tells of a job and its metrics. */
  public JobStatus status(String job) throws IOException, InterruptedException {
    JsonNode details = details(job);
    JobCounts counts = JobCounts.read(rest, job, details);
    return JobStatus.of(
        details,
        rest.get(path(job) + "/checkpoints"),
        rest.get(path(job) + "/metrics?get=numRestarts"),
        counts);
  }

  /**
   * Stops a job with a savepoint.
   *
   * @param directory where it is written
   * @return its path
   * @throws IOException if it cannot be written; the job goes on
   */
  public String stop(String job, String directory) throws IOException, InterruptedException {
    String state = state(job);
    if (!state.equals("RUNNING")) {
      throw new IOException("Cannot stop job " + job + ": it is " + state);
    }
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("targetDirectory", directory);
    request.put("drain", false);
    request.put("formatType", isForSt(job) ? "NATIVE" : "CANONICAL");
    long now = details(job).path("now").asLong();
    String trigger = rest.post(path(job) + "/stop", request).path("request-id").asText();
    JsonNode operation = await(path(job) + "/savepoints/" + trigger);
    if (!operation.hasNonNull("location")) {
      JsonNode failures = rest.get(path(job) + "/exceptions");
      throw new IOException(
          "Failed to stop job " + job + ": " + new StopFailure(operation, failures, now).reason());
    }
    return operation.path("location").asText();
  }

  private JsonNode await(String path) throws IOException, InterruptedException {
    while (true) {
      JsonNode answer = rest.get(path);
      if (answer.path("status").path("id").asText().equals("COMPLETED")) {
        return answer.path("operation");
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
    }
  }

  /** That state backend writes no savepoints in the canonical format. */
  private boolean isForSt(String job) throws IOException, InterruptedException {
    String backend = rest.get(path(job) + "/checkpoints/config").path("state_backend").asText();
    return backend.contains("ForSt");
  }

  private JsonNode details(String job) throws IOException, InterruptedException {
    return ask(job, "");
  }

  /** Its state now: all else that the cluster tells may be some seconds old. */
  private String state(String job) throws IOException, InterruptedException {
    return ask(job, "/status").path("status").asText();
  }

  private JsonNode ask(String job, String part) throws IOException, InterruptedException {
    try {
      return rest.get(path(job) + part);
    } catch (NotFoundException e) {
      IOException unknown = unknown(job);
      unknown.addSuppressed(e);
      throw unknown;
    }
  }

  private static IOException unknown(String job) {
    return new IOException("Unknown job: '" + job + "' (drey list shows the jobs)");
  }

  private static String path(String job) throws IOException {
    if (!job.matches("[0-9a-f]{32}")) {
      throw unknown(job);
    }
    return "/jobs/" + job;
  }
}
