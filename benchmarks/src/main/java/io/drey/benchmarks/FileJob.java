// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program run from file to file under some setup; measured without the JVM's start. */
record FileJob(Program program, Setup setup) implements Answering, Profiled {
  record Question(Answer answer, Dataset dataset) {}

  /** Those of bin/drey, for every contender. */
  static final List<String> FLAGS =
      List.of("-XX:+UseParallelGC", "-XX:InitialRAMPercentage=8", "-XX:NewRatio=1");

  @Override
  public String title() {
    return program.title();
  }

  @Override
  public Unit unit() {
    return Unit.EVENTS_PER_SECOND;
  }

  @Override
  public double measure(Workshop workshop) throws IOException, InterruptedException {
    Path directory = workshop.fresh("trial");
    double seconds = run(workshop, directory);
    Workshop.delete(directory);
    return workshop.events() / seconds;
  }

  @Override
  public Object question() {
    return new Question(program.answer(), setup.dataset());
  }

  @Override
  public EventBag answer(Workshop workshop) throws IOException, InterruptedException {
    Path directory = workshop.fresh("trial");
    run(workshop, directory);
    return EventBag.in(output(directory));
  }

  /** Runs it once; returns the job's time in seconds. */
  double run(Workshop workshop, Path directory) throws IOException, InterruptedException {
    return timed(workshop, directory, List.of());
  }

  @Override
  public String profile() {
    return program + " " + setup;
  }

  @Override
  public void run(Workshop workshop, Path directory, List<String> flags)
      throws IOException, InterruptedException {
    timed(workshop, directory, flags);
  }

  private double timed(Workshop workshop, Path directory, List<String> more)
      throws IOException, InterruptedException {
    Trial trial =
        new Trial(
            workshop.input(setup.dataset()),
            output(directory),
            directory,
            setup.parallelism(),
            setup.backend());
    Path clock = directory.resolve("clock");
    List<String> flags = new ArrayList<>(FLAGS);
    flags.add("-Xmx" + setup.heap());
    flags.add("-D" + JobClock.FILE + "=" + clock);
    flags.add("-Djava.io.tmpdir=" + directory);
    flags.addAll(more);
    Fork.run(Fork.java(flags, program.command(trial)), directory.resolve("log"));
    return Long.parseLong(Files.readString(clock)) / 1e9;
  }

  static Path output(Path directory) {
    return directory.resolve("out");
  }
}
