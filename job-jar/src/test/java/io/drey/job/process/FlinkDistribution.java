// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Flink distribution with a configuration of its own, and the processes that run from it, on the
 * loopback address.
 */
public final class FlinkDistribution {
  private static final Path SHIPPED =
      Path.of(System.getProperty("drey.root"), "conf/flink/config.yaml");
  private static final String RESULT = "BASH_JAVA_UTILS_EXEC_RESULT:";
  private static final Map<String, String> SMALL_AND_LOCAL =
      Map.of(
          "jobmanager.rpc.address", "127.0.0.1",
          "jobmanager.bind-host", "127.0.0.1",
          "jobmanager.memory.process.size", "1g",
          "rest.address", "127.0.0.1",
          "rest.bind-address", "127.0.0.1",
          "taskmanager.bind-host", "127.0.0.1",
          "taskmanager.host", "127.0.0.1",
          "taskmanager.memory.process.size", "1g",
          "taskmanager.memory.managed.fraction", "0.05",
          "taskmanager.memory.jvm-metaspace.size", "200m");

  private final Path home;
  private final String classPath;

  /**
   * Writes one: what {@code conf/flink} has, unless the options say otherwise.
   *
   * @param home its directory
   * @param options of Flink; an empty one is left out, also where {@code conf/flink} has it
   * @param jars in its folder {@code lib}, besides Flink's
   */
  public FlinkDistribution(Path home, Map<String, String> options, List<Path> jars)
      throws IOException {
    this.home = home;
    this.classPath = classPath(jars);
    for (String folder : List.of("conf", "bin", "log", "tmp")) {
      Files.createDirectories(home.resolve(folder));
    }
    Map<String, String> all = new TreeMap<>(SMALL_AND_LOCAL);
    all.put("io.tmp.dirs", home.resolve("tmp").toString());
    all.putAll(options);
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(SHIPPED)) {
      if (!all.containsKey(line.replaceAll(":.*", ""))) {
        lines.add(line);
      }
    }
    all.values().removeIf(String::isEmpty);
    all.forEach((key, value) -> lines.add(key + ": " + value));
    Files.write(home.resolve("conf/config.yaml"), lines);
    writeClient();
  }

  /** That of all its processes, if there are no other jars in its folder {@code lib}. */
  public static String classPath() {
    return classPath(List.of());
  }

  private static String classPath(List<Path> jars) {
    StringBuilder path = new StringBuilder(System.getProperty("drey.flink.home") + "/lib/*");
    jars.forEach(jar -> path.append(File.pathSeparator).append(jar));
    return path.toString();
  }

  /** The distribution's is a script that only differs in what it looks for. */
  private void writeClient() throws IOException {
    Path client = home.resolve("bin/flink");
    Files.writeString(
        client,
        """
        #!/bin/sh
        FLINK_CONF_DIR=%s/conf exec %s -XX:TieredStopAtLevel=1 \\
          --add-opens=java.base/java.util=ALL-UNNAMED \\
          -Dorg.slf4j.simpleLogger.defaultLogLevel=warn \\
          -cp "%s" org.apache.flink.client.cli.CliFrontend "$@"
        """
            .formatted(home, JavaProcess.JAVA, classPath));
    Files.setPosixFilePermissions(client, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  public Path log(String name) {
    return home.resolve("log/" + name + ".log");
  }

  public JavaProcess startJobManager(String name, int restPort) throws IOException {
    return start(
        name,
        List.of("-Xmx384m"),
        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
        List.of("-D", "rest.port=" + restPort));
  }

  public JavaProcess startTaskManager(String name, int dataPort)
      throws IOException, InterruptedException {
    List<String> resources = resources();
    List<String> options = new ArrayList<>(List.of(resources.get(1).split(" ", -1)));
    options.addAll(List.of("-D", "taskmanager.resource-id=" + name));
    options.addAll(List.of("-D", "taskmanager.data.port=" + dataPort));
    return start(
        name,
        List.of(resources.get(0).split(" ", -1)),
        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
        options);
  }

  private JavaProcess start(String name, List<String> jvm, String main, List<String> options)
      throws IOException {
    List<String> arguments = new ArrayList<>(jvm);
    arguments.addAll(List.of("--add-opens=java.base/java.util=ALL-UNNAMED", "-cp", classPath));
    arguments.add("-Dorg.slf4j.simpleLogger.showDateTime=true");
    arguments.add("-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS");
    arguments.addAll(List.of(main, "--configDir", home.resolve("conf").toString()));
    arguments.addAll(options);
    return JavaProcess.start(name, log(name), arguments);
  }

  /** The options of a TaskManager: those of its JVM, and those that it reads. */
  private List<String> resources() throws IOException, InterruptedException {
    EndedProcess ended =
        EndedProcess.run(
            Map.of(),
            List.of(
                JavaProcess.JAVA,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                "org.apache.flink.runtime.util.bash.BashJavaUtils",
                "GET_TM_RESOURCE_PARAMS",
                "--configDir",
                home.resolve("conf").toString()));
    return ended.out().stream()
        .filter(line -> line.startsWith(RESULT))
        .map(line -> line.substring(RESULT.length()))
        .toList();
  }

  /** Runs Flink's client. */
  public EndedProcess flink(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/flink").toString()));
    command.addAll(List.of(arguments));
    return EndedProcess.run(Map.of(), command);
  }

  /** Runs a command of Drey that finds this distribution. */
  public EndedProcess drey(String... arguments) throws IOException, InterruptedException {
    return EndedProcess.drey(Map.of("FLINK_HOME", home.toString()), arguments);
  }
}
