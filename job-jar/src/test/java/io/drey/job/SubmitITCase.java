// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drey.job.process.Await;
import io.drey.job.process.EndedProcess;
import io.drey.job.process.FlinkProcesses;
import io.drey.job.process.RunningJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pipeline writes on a cluster is what it writes in one process. */
@Tag(FlinkProcesses.TAG)
class SubmitITCase {
  private static final String JAR = System.getProperty("drey.job.jar");

  private final Path directory;
  private final Orders orders;
  private final FlinkProcesses cluster;

  SubmitITCase(@TempDir Path directory) throws Exception {
    this.directory = directory;
    this.orders = new Orders(directory);
    this.cluster = FlinkProcesses.shared();
  }

  @Test
  void writesTheSameAtAnyParallelism() throws Exception {
    orders.append(0, 4_000);
    List<String> expected = runHere();

    for (int parallelism : new int[] {1, 4}) {
      String output = "at-" + parallelism;
      EndedProcess submitted = submit(output, false, "-p", String.valueOf(parallelism));

      assertThat(submitted.exit()).as(submitted::toString).isZero();
      assertThat(submitted.out()).singleElement().asString().contains(cluster.address());
      assertThat(orders.written(output, "orders")).isEqualTo(expected);
      assertThat(orders.written(output, "unusable"))
          .isEqualTo(orders.written("here", "unusable"))
          .hasSize(8);
    }
  }

  @Test
  void runsByFlinksOwnClientWithEitherClassLoading() throws Exception {
    orders.append(0, 1_000);
    List<String> expected = runHere();

    for (String order : new String[] {"child-first", "parent-first"}) {
      Path file = orders.pipeline(order, false);
      EndedProcess run =
          cluster.flink(
              "run", "-Dclassloader.resolve-order=" + order, "-p", "3", JAR, file.toString());

      assertThat(run.exit()).as(run::toString).isZero();
      assertThat(mostSubtasks(run)).isEqualTo(3);
      assertThat(orders.written(order, "orders")).isEqualTo(expected);
    }
  }

  @Test
  void goesOnFromSavepointsAtOtherParallelismsAndIsRescaledMeanwhile() throws Exception {
    orders.append(0, 1_500);
    String first = jobOf(submit("out", true, "-d", "-p", "1"));
    awaitEvents(first, 1_497);
    String one = stop(first);

    orders.append(1_500, 3_000);
    String second = jobOf(submit("out", true, "-d", "-p", "4", "--from-savepoint", one));
    awaitEvents(second, 1_497);
    String two = stop(second);
    refusesToDropState(two);
    refusesAnotherKey(two);

    orders.append(3_000, 4_500);
    String third = jobOf(submit("out", true, "-d", "-p", "1", "--from-savepoint", two));
    awaitEvents(third, 1_497);
    new RunningJob(cluster.rest(), third).rescale(4);
    orders.append(4_500, 6_000);
    Await.until("all orders", () -> orders.written("out", "orders").size() >= unique());
    stop(third);

    assertThat(orders.written("out", "orders")).isEqualTo(runHere());
  }

  private void refusesToDropState(String savepoint) throws Exception {
    Path file = orders.pipeline("other", true);
    Files.writeString(file, Files.readString(file).replace("id: once", "id: unique"));

    EndedProcess refused =
        cluster.drey("submit", "-d", file.toString(), "--from-savepoint", savepoint);

    assertThat(refused.exit()).isEqualTo(5);
    assertThat(refused.err()).last().asString().startsWith("drey: " + file + ": Would not start: ");
  }

  /** Before it starts, and where nobody looked before, at once: it is not restarted for ever. */
  private void refusesAnotherKey(String savepoint) throws Exception {
    Path file = orders.pipeline("keyed", true);
    Files.writeString(file, Files.readString(file).replace("key: id", "key: [id, customer]"));
    String why = "key: [\"id\"] became [\"id\",\"customer\"]";

    EndedProcess refused =
        cluster.drey("submit", "-d", file.toString(), "--from-savepoint", savepoint);
    EndedProcess failed = cluster.flink("run", "--fromSavepoint", savepoint, JAR, file.toString());
    String allowed =
        jobOf(
            cluster.drey(
                "submit",
                "-d",
                file.toString(),
                "--allow-changed-key",
                "once",
                "--from-savepoint",
                savepoint));

    assertThat(refused.exit()).isEqualTo(5);
    assertThat(refused.err()).anyMatch(line -> line.contains(why));
    assertThat(failed.exit()).isNotZero();
    assertThat(String.join("\n", failed.err()) + String.join("\n", failed.out())).contains(why);
    Await.until("the job", () -> status(allowed).path("state").asText().equals("RUNNING"));
    stop(allowed);
  }

  private int mostSubtasks(EndedProcess run) throws Exception {
    String submitted = "Job has been submitted with JobID ";
    String job =
        run.out().stream()
            .filter(line -> line.startsWith(submitted))
            .map(line -> line.substring(submitted.length()))
            .findFirst()
            .orElseThrow();
    return new RunningJob(cluster.rest(), job).mostSubtasks();
  }

  @Test
  void tellsHowAJobIs() throws Exception {
    orders.append(0, 1_000);
    String job = jobOf(submit("told", true, "-d"));
    awaitEvents(job, 998);
    Await.until("a checkpoint", () -> !status(job).path("checkpoint-age").asText().isEmpty());

    JsonNode status = status(job);
    EndedProcess listed = cluster.drey("list");

    assertThat(status.path("name").asText()).isEqualTo("orders");
    assertThat(status.path("state").asText()).isEqualTo("RUNNING");
    assertThat(status.path("restarts").asText()).isEqualTo("0");
    assertThat(status.path("malformed").asText()).isEqualTo("2");
    assertThat(status.path("late").asText()).isEqualTo("0");
    assertThat(listed.out())
        .anyMatch(line -> line.contains(job) && line.contains("\"state\":\"RUNNING\""));
    stop(job);
    assertThat(cluster.drey("stop", job, "--savepoint", directory.toString()).err())
        .containsExactly("drey: Cannot stop job " + job + ": it is FINISHED");
  }

  @Test
  void deletesNothingThoughMainRunsTwice() throws Exception {
    orders.append(0, 500);
    List<String> expected = new ArrayList<>(runHere());
    expected.addAll(List.copyOf(expected));
    Collections.sort(expected);
    String file = orders.pipeline("twice", false).toString();

    assertThat(cluster.flink("run", JAR, file).exit()).isZero();
    assertThat(cluster.flink("run", JAR, file).exit()).isZero();

    assertThat(orders.written("twice", "orders")).isEqualTo(expected);
  }

  @Test
  void overwritesOnceAndOnlyWhereItIsSubmitted() throws Exception {
    orders.append(0, 500);
    List<String> expected = runHere();
    Path file = orders.pipeline("over", false);
    Files.writeString(
        file,
        Files.readString(file).replace("type: file, path", "type: file, mode: overwrite, path"));

    assertThat(cluster.drey("submit", file.toString()).exit()).isZero();
    assertThat(cluster.drey("submit", file.toString()).exit()).isZero();
    EndedProcess main = cluster.flink("run", JAR, file.toString());

    assertThat(orders.written("over", "orders")).isEqualTo(expected);
    assertThat(main.exit()).isEqualTo(3);
    assertThat(main.err())
        .contains(
            "drey: Cannot overwrite what sink 'out' wrote before: main may run again (drey submit"
                + " deletes it once)");
  }

  private List<String> runHere() throws Exception {
    Path file = orders.pipeline("here", false);
    EndedProcess run = cluster.drey("run", "-q", file.toString());
    assertThat(run.exit()).as(run::toString).isZero();
    return orders.written("here", "orders");
  }

  private long unique() throws Exception {
    return Files.readAllLines(orders.input()).stream()
        .filter(line -> line.startsWith("{"))
        .map(line -> line.substring(0, line.indexOf(',')))
        .distinct()
        .count();
  }

  private EndedProcess submit(String output, boolean follow, String... options) throws Exception {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "submit";
    arguments[1] = orders.pipeline(output, follow).toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return cluster.drey(arguments);
  }

  private static String jobOf(EndedProcess submitted) throws Exception {
    return submitted.printed("job");
  }

  private JsonNode status(String job) throws Exception {
    EndedProcess ended = cluster.drey("status", job);
    assertThat(ended.exit()).as(ended::toString).isZero();
    return new ObjectMapper().readTree(ended.out().get(0));
  }

  private void awaitEvents(String job, int events) throws Exception {
    Await.until(events + " events", () -> status(job).path("events-in").asInt() >= events);
  }

  private String stop(String job) throws Exception {
    return cluster
        .drey("stop", job, "--savepoint", directory.resolve("savepoints").toString())
        .printed("savepoint");
  }
}
