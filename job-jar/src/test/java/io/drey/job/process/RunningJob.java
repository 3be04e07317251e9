// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The job, as the cluster sees it. */
public record RunningJob(Rest rest, String id) {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /**
   * Submits a pipeline.
   *
   * @param options of {@code drey submit}
   */
  public static RunningJob submitted(
      FlinkDistribution flink, Rest rest, Path pipeline, String... options)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("submit", "-d", pipeline.toString()));
    words.addAll(List.of(options));
    return new RunningJob(rest, flink.drey(words.toArray(String[]::new)).printed("job"));
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return rest.get("/jobs/" + id + path);
  }

  /** Its state; a job that failed for good is not waited for any longer. */
  private String state() throws IOException, InterruptedException {
    String state = get("").path("state").asText();
    if (state.equals("FAILED")) {
      throw new IllegalStateException("The job failed: " + get("/exceptions"));
    }
    return state;
  }

  public void awaitRunning() throws Exception {
    Await.until("the tasks of the job", PATIENCE, this::isRunning);
  }

  private boolean isRunning() throws IOException, InterruptedException {
    if (!state().equals("RUNNING")) {
      return false;
    }
    for (JsonNode task : get("").path("vertices")) {
      if (!List.of("RUNNING", "FINISHED").contains(task.path("status").asText())) {
        return false;
      }
    }
    return true;
  }

  /** Has Flink run all tasks that may be at another parallelism, and waits until they are. */
  public void rescale(int parallelism) throws Exception {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    for (JsonNode task : get("").path("vertices")) {
      int most = Math.min(parallelism, task.path("maxParallelism").asInt());
      request
          .putObject(task.path("id").asText())
          .putObject("parallelism")
          .put("lowerBound", most)
          .put("upperBound", most);
    }
    rest.put("/jobs/" + id + "/resource-requirements", request);
    Await.until(
        parallelism + " subtasks", PATIENCE, () -> isRunning() && mostSubtasks() == parallelism);
  }

  /** The highest parallelism of a task. */
  public int mostSubtasks() throws IOException, InterruptedException {
    int most = 0;
    for (JsonNode task : get("").path("vertices")) {
      most = Math.max(most, task.path("parallelism").asInt());
    }
    return most;
  }

  /** Waits for a checkpoint that was begun after an instant, in milliseconds. */
  public void awaitCheckpoint(long instant) throws Exception {
    Await.until(
        "a checkpoint of the job",
        PATIENCE,
        () ->
            state().equals("RUNNING")
                && get("/checkpoints").at("/latest/completed/trigger_timestamp").asLong()
                    > instant);
  }

  /** Waits until a checkpoint fails from now on, or the job does. */
  public void awaitFailure() throws Exception {
    int before = failures();
    Await.until("a checkpoint to fail", PATIENCE, () -> failures() > before);
  }

  private int failures() throws IOException, InterruptedException {
    return get("/checkpoints").at("/counts/failed").asInt();
  }

  public void awaitEnd(Duration patience) throws Exception {
    Await.until("the end of the job", patience, () -> state().equals("FINISHED"));
  }

  /** Writes what the cluster knows of it to files. */
  public void record(Path directory) throws IOException, InterruptedException {
    for (String part : List.of("", "exceptions", "checkpoints")) {
      String text = get(part.isEmpty() ? "" : "/" + part).toPrettyString();
      Files.writeString(
          directory.resolve("job" + (part.isEmpty() ? "" : "-" + part) + ".json"), text);
    }
  }
}
