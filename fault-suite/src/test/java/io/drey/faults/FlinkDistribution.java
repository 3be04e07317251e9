// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A Flink distribution with a configuration of its own, and the processes that run from it. */
final class FlinkDistribution {
  static final String CLASS_PATH = System.getProperty("drey.flink.home") + "/lib/*";
  private static final Path SHIPPED =
      Path.of(System.getProperty("drey.root"), "conf/flink/config.yaml");
  private static final String RESULT = "BASH_JAVA_UTILS_EXEC_RESULT:";

  private final Path home;

  /**
   * Writes one: what {@code conf/flink} has, unless the options say otherwise.
   *
   * @param home its directory
   * @param options of Flink; an empty one is left out, also where {@code conf/flink} has it
   */
  FlinkDistribution(Path home, Map<String, String> options) throws IOException {
    this.home = home;
    Files.createDirectories(home.resolve("conf"));
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("log"));
    Files.createDirectories(home.resolve("tmp"));
    Map<String, String> all = new TreeMap<>(options);
    all.put("io.tmp.dirs", home.resolve("tmp").toString());
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(SHIPPED)) {
      if (!all.containsKey(line.replaceAll(":.*", "")) && !line.startsWith("metrics.")) {
        lines.add(line);
      }
    }
    all.values().removeIf(String::isEmpty);
    all.forEach((key, value) -> lines.add(key + ": " + value));
    Files.write(home.resolve("conf/config.yaml"), lines);
    writeClient();
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
            .formatted(home, JavaProcess.JAVA, CLASS_PATH));
    Files.setPosixFilePermissions(client, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Path home() {
    return home;
  }

  Path log(String name) {
    return home.resolve("log/" + name + ".log");
  }

  JavaProcess startJobManager(String name, int restPort) throws IOException {
    return start(
        name,
        List.of("-Xmx384m"),
        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
        List.of("-D", "rest.port=" + restPort));
  }

  JavaProcess startTaskManager(String name, int dataPort) throws IOException {
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
    arguments.addAll(List.of("--add-opens=java.base/java.util=ALL-UNNAMED", "-cp", CLASS_PATH));
    arguments.add("-Dorg.slf4j.simpleLogger.showDateTime=true");
    arguments.add("-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS");
    arguments.addAll(List.of(main, "--configDir", home.resolve("conf").toString()));
    arguments.addAll(options);
    return JavaProcess.start(name, log(name), arguments);
  }

  /** The options of a TaskManager: those of its JVM, and those that it reads. */
  private List<String> resources() throws IOException {
    Process process =
        new ProcessBuilder(
                JavaProcess.JAVA,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                CLASS_PATH,
                "org.apache.flink.runtime.util.bash.BashJavaUtils",
                "GET_TM_RESOURCE_PARAMS",
                "--configDir",
                home.resolve("conf").toString())
            .redirectError(ProcessBuilder.Redirect.appendTo(log("resources").toFile()))
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      return out.lines()
          .filter(line -> line.startsWith(RESULT))
          .map(line -> line.substring(RESULT.length()))
          .toList();
    }
  }
}
