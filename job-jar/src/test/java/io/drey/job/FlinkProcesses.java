// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * A Flink cluster of processes on the loopback address, for all tests of a JVM: a JobManager and a
 * TaskManager, started from the jars that a distribution has. Its configuration is the one in
 * {@code conf/flink}, and what a test needs besides.
 */
public final class FlinkProcesses {
  /** Of the tests that need such a cluster. */
  public static final String TAG = "full";

  private static final Path HOME = Path.of(System.getProperty("drey.flink.home"));
  private static final Path SHIPPED = Path.of(System.getProperty("drey.root"), "conf/flink");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final String RESULT = "BASH_JAVA_UTILS_EXEC_RESULT:";
  private static final int SLOTS = 8;
  private static final long PATIENCE_SECONDS = 180;

  private static FlinkProcesses shared;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final List<Process> processes = new ArrayList<>();
  private final int restPort = freePort();
  private final int metricsPort = freePort();

  private FlinkProcesses() throws IOException {}

  /** The cluster, which is started for the first test that asks, and ends with the JVM. */
  public static synchronized FlinkProcesses shared() throws Exception {
    if (shared == null) {
      FlinkProcesses cluster = new FlinkProcesses();
      Runtime.getRuntime().addShutdownHook(new Thread(cluster::end));
      cluster.start();
      shared = cluster;
    }
    return shared;
  }

  private void start() throws Exception {
    Files.createDirectories(HOME.resolve("conf"));
    Files.createDirectories(HOME.resolve("log"));
    Files.createDirectories(HOME.resolve("tmp"));
    Files.writeString(HOME.resolve("conf/config.yaml"), configuration());
    writeClient();
    launch(
        "jobmanager",
        List.of("-Xmx384m"),
        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
        List.of());
    List<String> resources = resources();
    launch(
        "taskmanager",
        List.of(resources.get(0).split(" ", -1)),
        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
        List.of(resources.get(1).split(" ", -1)));
    await("slots of the TaskManager", () -> get("/overview").path("slots-total").asInt() == SLOTS);
  }

  private String configuration() throws IOException {
    return Files.readString(SHIPPED.resolve("config.yaml"))
            .replaceAll(
                "(?m)^(execution.checkpointing.dir|execution.checkpointing.savepoint-dir):.*$", "")
            .replaceAll("(?m)^metrics.reporter.prom.port:.*$", "")
        + """

        jobmanager.rpc.address: 127.0.0.1
        jobmanager.rpc.port: %d
        jobmanager.bind-host: 127.0.0.1
        jobmanager.memory.process.size: 1g
        jobmanager.scheduler: adaptive
        jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling: 0 s
        jobmanager.adaptive-scheduler.executing.resource-stabilization-timeout: 0 s
        rest.address: 127.0.0.1
        rest.bind-address: 127.0.0.1
        rest.port: %d
        taskmanager.bind-host: 127.0.0.1
        taskmanager.host: 127.0.0.1
        taskmanager.numberOfTaskSlots: %d
        taskmanager.memory.process.size: 1g
        taskmanager.memory.managed.fraction: 0.05
        taskmanager.memory.jvm-metaspace.size: 200m
        metrics.reporter.prom.port: %d-%d
        execution.checkpointing.dir: %s
        io.tmp.dirs: %s
        """
            .formatted(
                freePort(),
                restPort,
                SLOTS,
                metricsPort,
                metricsPort + 1,
                HOME.resolve("checkpoints").toUri(),
                HOME.resolve("tmp"));
  }

  /** The distribution's is a script that only differs in what it looks for. */
  private static void writeClient() throws IOException {
    Files.createDirectories(HOME.resolve("bin"));
    Path client = HOME.resolve("bin/flink");
    Files.writeString(
        client,
        """
        #!/bin/sh
        FLINK_CONF_DIR=%1$s/conf exec %2$s -XX:TieredStopAtLevel=1 \\
          --add-opens=java.base/java.util=ALL-UNNAMED \\
          -Dorg.slf4j.simpleLogger.defaultLogLevel=warn \\
          -cp "%1$s/lib/*" org.apache.flink.client.cli.CliFrontend "$@"
        """
            .formatted(HOME, JAVA));
    Files.setPosixFilePermissions(client, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static List<String> resources() throws Exception {
    EndedProcess ended =
        EndedProcess.run(
            Map.of(),
            List.of(
                JAVA,
                "-cp",
                HOME.resolve("lib") + "/*",
                "org.apache.flink.runtime.util.bash.BashJavaUtils",
                "GET_TM_RESOURCE_PARAMS",
                "--configDir",
                HOME.resolve("conf").toString()));
    return ended.out().stream()
        .filter(line -> line.startsWith(RESULT))
        .map(line -> line.substring(RESULT.length()))
        .toList();
  }

  private void launch(String name, List<String> jvm, String main, List<String> options)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(jvm);
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "-cp",
            HOME.resolve("lib") + "/*",
            main,
            "--configDir",
            HOME.resolve("conf").toString()));
    command.addAll(options);
    processes.add(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(HOME.resolve("log/" + name + ".log").toFile())
            .start());
  }

  private void end() {
    processes.forEach(Process::destroyForcibly);
  }

  /** The environment in which a user has this distribution. */
  public Map<String, String> environment() {
    return Map.of("FLINK_HOME", HOME.toString());
  }

  /** Runs Flink's client. */
  public EndedProcess flink(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(HOME.resolve("bin/flink").toString()));
    command.addAll(List.of(arguments));
    return EndedProcess.run(Map.of(), command);
  }

  public EndedProcess drey(String... arguments) throws Exception {
    return EndedProcess.drey(environment(), arguments);
  }

  public String address() {
    return "127.0.0.1:" + restPort;
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    return json.readTree(text(URI.create("http://" + address() + path)));
  }

  /** Requests another parallelism of all tasks of a job that may have it. */
  public void rescale(String job, int parallelism) throws IOException, InterruptedException {
    StringBuilder request = new StringBuilder("{");
    for (JsonNode task : get("/jobs/" + job).path("vertices")) {
      int most = Math.min(parallelism, task.path("maxParallelism").asInt());
      request
          .append(request.length() > 1 ? "," : "")
          .append("\"%s\":{\"parallelism\":".formatted(task.path("id").asText()))
          .append("{\"lowerBound\":%d,\"upperBound\":%d}}".formatted(most, most));
    }
    URI uri = URI.create("http://" + address() + "/jobs/" + job + "/resource-requirements");
    http.send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(request.append('}').toString()))
            .build(),
        BodyHandlers.ofString());
  }

  /** The metrics of the JobManager and the TaskManager, as Prometheus would scrape them. */
  public String metrics() throws IOException, InterruptedException {
    return text(URI.create("http://127.0.0.1:" + metricsPort + "/metrics"))
        + text(URI.create("http://127.0.0.1:" + (metricsPort + 1) + "/metrics"));
  }

  private String text(URI uri) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString(UTF_8)).body();
  }

  /** Waits until something is true; what is not yet there may throw. */
  public static void await(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isTrue(condition)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Waited in vain for " + what + ", see " + HOME + "/log");
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private static boolean isTrue(Callable<Boolean> condition) throws Exception {
    try {
      return condition.call();
    } catch (IOException isNotYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
