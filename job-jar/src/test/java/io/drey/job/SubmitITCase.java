// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
          cluster.flink("run", "-Dclassloader.resolve-order=" + order, JAR, file.toString());

      assertThat(run.exit()).as(run::toString).isZero();
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

    orders.append(3_000, 4_500);
    String third = jobOf(submit("out", true, "-d", "-p", "2", "--from-savepoint", two));
    awaitEvents(third, 1_497);
    cluster.rescale(third, 4);
    FlinkProcesses.await("four subtasks", () -> isAt(third, 4));
    orders.append(4_500, 6_000);
    FlinkProcesses.await("all orders", () -> orders.written("out", "orders").size() >= unique());
    stop(third);

    assertThat(orders.written("out", "orders")).isEqualTo(runHere());
  }

  @Test
  void tellsHowAJobIs() throws Exception {
    orders.append(0, 1_000);
    String job = jobOf(submit("told", true, "-d"));
    awaitEvents(job, 998);
    FlinkProcesses.await(
        "a checkpoint", () -> !status(job).path("checkpoint-age").asText().isEmpty());

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

  @Test
  void refusesWhatNoClusterCanDo() throws Exception {
    Path file = directory.resolve("here-only.yaml");
    Files.writeString(
        file,
        """
        version: 1
        sources: {in: {type: stdin}}
        sinks: {out: {type: file, path: out/here}, shown: {type: stdout}}
        """);

    EndedProcess refused = cluster.drey("submit", file.toString());

    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .contains(
            "drey: Cannot read source 'in' on a cluster: it is standard input",
            "drey: Invalid path of sink 'out': must be absolute or a URI, since processes of a"
                + " cluster have other working directories, but was 'out/here'");
  }

  @Test
  void refusesJarsWhoseClassesWouldBeLoadedTwice() throws Exception {
    orders.append(0, 1);
    String file = orders.pipeline("out", false).toString();

    EndedProcess refused = cluster.drey("submit", file, "--jar", JAR);

    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err())
        .singleElement()
        .asString()
        .startsWith("drey: Invalid --jar: must not hold classes of Drey or Jackson");
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
    assertThat(submitted.exit()).as(submitted::toString).isZero();
    return new ObjectMapper().readTree(submitted.out().get(0)).path("job").asText();
  }

  private JsonNode status(String job) throws Exception {
    EndedProcess ended = cluster.drey("status", job);
    assertThat(ended.exit()).as(ended::toString).isZero();
    return new ObjectMapper().readTree(ended.out().get(0));
  }

  private void awaitEvents(String job, int events) throws Exception {
    FlinkProcesses.await(events + " events", () -> status(job).path("events-in").asInt() >= events);
  }

  private String stop(String job) throws Exception {
    EndedProcess ended =
        cluster.drey("stop", job, "--savepoint", directory.resolve("savepoints").toString());
    assertThat(ended.exit()).as(ended::toString).isZero();
    return new ObjectMapper().readTree(ended.out().get(0)).path("savepoint").asText();
  }

  private boolean isAt(String job, int parallelism) throws Exception {
    for (JsonNode task : cluster.get("/jobs/" + job).path("vertices")) {
      int most = Math.min(parallelism, task.path("maxParallelism").asInt());
      if (task.path("parallelism").asInt() != most
          || !task.path("status").asText().equals("RUNNING")) {
        return false;
      }
    }
    return true;
  }
}
