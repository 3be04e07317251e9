// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.output.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Runs the commands in one process, so that the virtual machine sees the classes that they load:
 * the launcher makes its class archive from these.
 */
final class Training {
  private static final String TMPDIR = "java.io.tmpdir";

  private final List<String> failures = new ArrayList<>();
  private final Path directory;
  private final String pipeline;
  private final String events;
  private final String invalid;
  private final String savepoints;

  private Training(Path directory) {
    this.directory = directory;
    this.pipeline = directory.resolve("training.yaml").toString();
    this.events = directory.resolve("events.jsonl").toString();
    this.invalid = directory.resolve("invalid.yaml").toString();
    this.savepoints = directory.resolve("savepoints").toString();
  }

  /**
   * Trains with the pipelines of the first directory, and writes to the second; exits with 1 if a
   * command ended unexpectedly.
   */
  public static void main(String[] arguments) throws IOException {
    List<String> failures = run(Path.of(arguments[0]), Path.of(arguments[1]));
    failures.forEach(System.err::println);
    System.exit(failures.isEmpty() ? 0 : 1);
  }

  /** Trains, and returns the commands that ended unexpectedly. */
  static List<String> run(Path pipelines, Path directory) throws IOException {
    Training training = new Training(directory);
    training.writeFiles();
    training.describe();
    training.check(pipelines);
    training.runPipeline();
    training.readState();
    return Collections.unmodifiableList(training.failures);
  }

  private void writeFiles() throws IOException {
    try (InputStream steps = Training.class.getResourceAsStream("training.yaml")) {
      Files.write(Path.of(pipeline), Objects.requireNonNull(steps, "steps").readAllBytes());
    }
    Files.writeString(
        Path.of(events),
        """
        {"at":"2024-01-15T10:00:00Z","id":"r-1","user":"ada","type":"request","n":1,"note":"a"}
        {"at":"2024-01-15T10:00:01Z","id":"r-1","user":"ada","type":"response","n":2,"note":"b"}
        {"at":"2024-01-15T10:00:02Z","id":"r-2","user":"bob","type":"request","n":4}
        {"at":"2024-01-15T10:00:03Z","id":"r-2","user":"bob","type":"request","n":4.5}
        not an event
        """);
    Files.writeString(directory.resolve("events.csv"), "at,user\n2024-01-15T10:00:00Z,ada\n");
    Files.writeString(Path.of(invalid), "version: 1\nname: invalid\nsteps: [{filtr: x}]\n");
  }

  private void describe() {
    expect(0, "--version");
    expect(0, "--help");
    expect(0, "run", "--help");
    expect(0, "operators");
    expect(0, "operators", "deduplicate");
    expect(0, "patterns");
    expect(0, "schema");
    expect(2, "validate");
    expect(2, "valdate", pipeline);
  }

  private void check(Path pipelines) throws IOException {
    for (String file : pipelineFiles(pipelines)) {
      expect(0, "validate", file);
      expect(0, "explain", file);
    }
    expect(0, "test", pipelines.resolve("request-latency.test.yaml").toString());
    expect(0, "explain", pipeline, "--diagram", "mermaid", set());
    expect(3, "validate", invalid);
    expect(3, "run", invalid);
  }

  private static List<String> pipelineFiles(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(".yaml") && !file.endsWith(".test.yaml"))
          .sorted()
          .toList();
    }
  }

  private void runPipeline() {
    expect(0, "run", pipeline, set());
    expect(0, "run", pipeline, set(), "--keep-open", "--savepoint", savepoints);
    expect(0, "run", pipeline, set(), "--from-savepoint", savepoints);
    expect(0, "filter", "event.n > 1", events);
    expect(0, "eval", "event.n + 1", events);
    expect(0, "init", events);
  }

  private void readState() {
    expect(0, "state", "ls", savepoints);
    expect(0, "state", "show", savepoints);
    expect(0, "state", "read", savepoints, "--operator", "first");
    expect(0, "state", "diff", savepoints, savepoints);
    expect(0, "state", "plan", savepoints, pipeline, set());
    expect(0, "state", "check", savepoints);
    expect(0, "state", "offsets", savepoints);
    expect(0, "validate", pipeline, set(), "--against", savepoints);
  }

  private String set() {
    return "--set=DIRECTORY=" + directory;
  }

  private void expect(int code, String... command) {
    StringWriter err = new StringWriter();
    PrintWriter out = new PrintWriter(Writer.nullWriter());
    String temporary = System.getProperty(TMPDIR);
    int actual =
        io.drey.jobs.cli.Main.execute(
            new Terminal(out, new PrintWriter(err), false, false), Main.COMMANDS, command);
    // a run has one of its own, and deletes it
    System.setProperty(TMPDIR, temporary);
    if (actual != code) {
      failures.add(
          "Unexpected exit code of '%s': must be %d but was %d: %s"
              .formatted(String.join(" ", command), code, actual, err));
    }
  }
}
