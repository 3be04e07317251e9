// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import static io.drey.benchmarks.Setup.USUAL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first event of each id, from a topic of four partitions to another. */
enum TopicJob implements Answering {
  DREY("Drey"),
  SQL("Flink SQL");

  private static final Setup SETUP = USUAL;

  private static @Nullable TopicBroker started;
  private static String input = "";

  private final String title;

  TopicJob(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Unit unit() {
    return Unit.EVENTS_PER_SECOND;
  }

  @Override
  public Object question() {
    return new FileJob.Question(Answer.FIRST_OF_ID, SETUP.dataset());
  }

  @Override
  public double measure(Workshop workshop) throws IOException, InterruptedException {
    TopicBroker broker = broker(workshop);
    String output = broker.topic();
    double seconds = run(workshop, broker, output);
    broker.delete(output);
    return workshop.events() / seconds;
  }

  @Override
  public EventBag answer(Workshop workshop) throws IOException, InterruptedException {
    TopicBroker broker = broker(workshop);
    String output = broker.topic();
    run(workshop, broker, output);
    return EventBag.of(broker.values(output));
  }

  private double run(Workshop workshop, TopicBroker broker, String output)
      throws IOException, InterruptedException {
    Path directory = workshop.fresh("trial");
    Trial trial = new Trial(directory, directory, directory, SETUP.parallelism(), SETUP.backend());
    Path clock = directory.resolve("clock");
    List<String> flags = new ArrayList<>(FileJob.FLAGS);
    flags.add("-Xmx" + SETUP.heap());
    flags.add("-D" + JobClock.FILE + "=" + clock);
    flags.add("-Djava.io.tmpdir=" + directory);
    List<String> program =
        this == DREY
            ? Drey.command(trial, pipeline(broker, output))
            : DeduplicateTopicInSql.command(trial, broker.address(), input, output);
    Fork.run(Fork.java(flags, program), directory.resolve("log"));
    double seconds = Long.parseLong(Files.readString(clock)) / 1e9;
    Workshop.delete(directory);
    return seconds;
  }

  private static String pipeline(TopicBroker broker, String output) {
    return """
    version: 1
    name: benchmark
    sources:
      events: {type: kafka, brokers: "%1$s", topics: [%2$s], start: earliest, end: latest}
    steps: [{id: first, deduplicate: {key: request_id}}]
    sinks:
      out: {type: kafka, brokers: "%1$s", topic: %3$s, delivery: at-least-once}
    """
        .formatted(broker.address(), input, output);
  }

  private static synchronized TopicBroker broker(Workshop workshop)
      throws IOException, InterruptedException {
    if (started == null) {
      started = TopicBroker.start(workshop.fresh("broker"));
      input = started.topic();
      started.fill(input, workshop.input(SETUP.dataset()), "request_id");
    }
    return started;
  }
}
