// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A whole process that handles ten events; its wall-clock time, JVM and cluster included. */
enum StartUp implements Contender {
  DREY("bin/drey run") {
    @Override
    List<String> command(Workshop workshop, Path directory) throws IOException {
      Path events = directory.resolve("events.jsonl");
      Files.write(events, TEN_EVENTS);
      Path pipeline = directory.resolve("pipeline.yaml");
      Files.writeString(
          pipeline,
          """
          version: 1
          name: ten-events
          sources:
            events: {type: file, path: "%s"}
          steps:
            - {id: first, deduplicate: {key: id}}
          sinks:
            out: {type: stdout}
          """
              .formatted(events));
      return List.of(workshop.root().resolve("bin/drey").toString(), "run", pipeline.toString());
    }
  },
  EMPTY_JOB("an empty job by hand") {
    @Override
    List<String> command(Workshop workshop, Path directory) {
      return List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-cp",
          workshop.root().resolve("dist/lib") + "/*:" + workshop.root().resolve(CLASSES),
          EmptyJob.class.getName());
    }
  };

  private static final int RUNS = 3;
  private static final String CLASSES = "benchmarks/target/classes";
  private static final List<String> TEN_EVENTS = Collections.nCopies(10, "{\"id\":1}");

  private final String title;

  StartUp(String title) {
    this.title = title;
  }

  abstract List<String> command(Workshop workshop, Path directory) throws IOException;

  @Override
  public String title() {
    return title;
  }

  @Override
  public Unit unit() {
    return Unit.SECONDS;
  }

  @Override
  public double measure(Workshop workshop) throws IOException, InterruptedException {
    Path directory = workshop.fresh("start");
    List<String> command = command(workshop, directory);
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      seconds.add(Fork.run(command, directory.resolve("log")));
    }
    return new Figure(unit(), seconds).median();
  }
}
