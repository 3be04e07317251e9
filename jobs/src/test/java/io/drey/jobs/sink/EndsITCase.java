// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.sink.discard.DiscardSink;
import io.drey.jobs.sink.file.FileMode;
import io.drey.jobs.sink.file.FileSink;
import io.drey.jobs.sink.line.LineOptions;
import io.drey.jobs.sink.line.OutputFormat;
import io.drey.jobs.source.SourceContext;
import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.file.FileSource;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.format.InputFormat;
import io.drey.jobs.source.live.StdinSource;
import io.drey.jobs.stream.NamedStreams;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.FieldPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EndsITCase {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setConfiguration(local())
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static final SinkContext BOUNDED =
      new SinkContext("out", "p", true, false, false, false, false);
  private static final int LINES = 100_000;

  /** How often jobs of this class have failed on purpose. */
  private static final AtomicInteger FAILURES = new AtomicInteger();

  /** Lines a watermark had passed before they came. */
  private static final AtomicInteger LATE = new AtomicInteger();

  /** Has a permit for each event that came. */
  private static final Semaphore SEEN = new Semaphore(0);

  private final Path dir;

  EndsITCase(@TempDir Path dir) {
    this.dir = dir;
    FAILURES.set(0);
    LATE.set(0);
  }

  private static Configuration local() {
    Configuration configuration = new Configuration();
    configuration.set(JobManagerOptions.BIND_HOST, "127.0.0.1");
    configuration.set(TaskManagerOptions.BIND_HOST, "127.0.0.1");
    configuration.set(TaskManagerOptions.HOST, "127.0.0.1");
    configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    return configuration;
  }

  @Test
  void writesEveryLineOnceThoughTheJobFails() throws Exception {
    int good = writeFiles(20, new Random(7));
    for (boolean parallel : new boolean[] {false, true}) {
      FAILURES.set(0);
      StreamExecutionEnvironment env = environment(2);
      env.enableCheckpointing(20);
      NamedStreams in = open(env, parallel, null, false);
      String out = dir + (parallel ? "/parallel" : "/sequence");
      sink(out + "/events")
          .attach(
              in.main().rebalance().process(new FailTwice(good / 3), EventTypeInfo.STREAM).uid("f"),
              new SinkContext("out", "p", true, false, false, false, false));
      sink(out + "/malformed")
          .attach(
              named(in, "malformed"),
              new SinkContext("bad", "p", true, false, false, false, false));

      env.execute();

      assertThat(FAILURES).hasValue(2);
      List<String> events = lines(Path.of(out, "events"));
      assertThat(events).hasSize(good).doesNotHaveDuplicates();
      assertThat(events.size() + lines(Path.of(out, "malformed")).size()).isEqualTo(LINES);
      assertThat(files(Path.of(out, "events"))).noneMatch(EndsITCase::isHidden);
    }
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  @Test
  void holdsTimeBackUntilEveryFileIsOpen() throws Exception {
    for (int file = 0; file < 60; file++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 500; i++) {
        Instant time = Instant.EPOCH.plusSeconds(500L * file + i);
        text.append("{\"n\":").append(500 * file + i).append(",\"ts\":\"").append(time);
        text.append("\"}\n");
      }
      write("in/f" + (60 - file), text.toString());
    }
    TimeOptions time = TimeOptions.iso(FieldPath.of("ts"));
    StreamExecutionEnvironment env = environment(2);
    env.getConfig().setAutoWatermarkInterval(1);
    NamedStreams in = open(env, true, time, false);
    sink(dir + "/out")
        .attach(in.main().process(new CountLate(), EventTypeInfo.STREAM).uid("late"), BOUNDED);

    env.execute();

    assertThat(LATE).hasValue(0);
    assertThat(lines(dir.resolve("out"))).hasSize(30_000);
  }

  @Test
  void goesOnFromASavepointOfAKeptOpenRun() throws Exception {
    write("in/a", "{\"n\":1}\n{\"n\":2}\n");
    String savepoint = runKeptOpen(null, 2);
    assertThat(lines(dir.resolve("out"))).containsExactly("{\"n\":1}", "{\"n\":2}");
    assertThat(dir.resolve("one.jsonl")).doesNotExist();

    write("in/a", "{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n");
    write("in/b", "{\"n\":4}\n");
    String second = runKeptOpen(savepoint, 2);
    runBounded(second);

    assertThat(lines(dir.resolve("out")))
        .containsExactly("{\"n\":1}", "{\"n\":2}", "{\"n\":3}", "{\"n\":4}");
    assertThat(Files.readString(dir.resolve("one.jsonl")))
        .isEqualTo("{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n{\"n\":4}\n");
  }

  /** Runs until so many events have come, then stops with a savepoint. */
  private String runKeptOpen(@Nullable String savepoint, int events) throws Exception {
    JobClient job = keepOpenJob(savepoint, true).executeAsync();
    assertThat(SEEN.tryAcquire(events, 60, TimeUnit.SECONDS)).isTrue();
    String taken =
        job.stopWithSavepoint(false, dir + "/savepoints", SavepointFormatType.CANONICAL).get();
    job.getJobExecutionResult().get();
    return taken;
  }

  private void runBounded(String savepoint) throws Exception {
    keepOpenJob(savepoint, false).execute();
  }

  private StreamExecutionEnvironment keepOpenJob(@Nullable String savepoint, boolean keepOpen) {
    StreamExecutionEnvironment env = environment(1, savepoint);
    env.enableCheckpointing(600_000);
    NamedStreams in = open(env, false, null, keepOpen);
    SinkContext context =
        new SinkContext("out", "p", true, keepOpen, false, savepoint != null, false);
    DataStream<Event> events = in.main().process(new TellSeen(), EventTypeInfo.STREAM).uid("s");
    sink(dir + "/out").attach(events, context);
    sink(dir + "/one.jsonl")
        .attach(
            events, new SinkContext("one", "p", true, keepOpen, false, savepoint != null, false));
    return env;
  }

  @Test
  void failsRatherThanToReadStandardInputAgain() {
    InputStream stdin = System.in;
    System.setIn(new ByteArrayInputStream("{\"n\":1}\n{\"n\":2}\n".getBytes(UTF_8)));
    try {
      StreamExecutionEnvironment env = environment(1);
      env.enableCheckpointing(20);
      NamedStreams in =
          new StdinSource(FormatOptions.of(InputFormat.JSON), null)
              .open(env, new SourceContext("in", "p", 1, false, false));
      new DiscardSink()
          .attach(in.main().process(new FailTwice(1), EventTypeInfo.STREAM).uid("f"), BOUNDED);

      assertThatThrownBy(env::execute)
          .hasStackTraceContaining("Cannot continue 'stdin': it cannot be read a second time");
      assertThat(FAILURES).hasValue(1);
    } finally {
      System.setIn(stdin);
    }
  }

  private NamedStreams open(
      StreamExecutionEnvironment env,
      boolean parallel,
      @Nullable TimeOptions time,
      boolean keepOpen) {
    return new FileSource(dir + "/in", FormatOptions.of(InputFormat.JSON), time, parallel)
        .open(env, new SourceContext("in", "p", env.getParallelism(), keepOpen, false));
  }

  private static DataStream<Event> named(NamedStreams streams, String name) {
    return Objects.requireNonNull(streams.named().get(name));
  }

  private static FileSink sink(String path) {
    return new FileSink(path, LineOptions.of(OutputFormat.JSON), FileMode.CREATE);
  }

  private static StreamExecutionEnvironment environment(int parallelism) {
    return environment(parallelism, null);
  }

  private static StreamExecutionEnvironment environment(
      int parallelism, @Nullable String savepoint) {
    Configuration configuration = new Configuration();
    configuration.setString("restart-strategy.type", "fixed-delay");
    configuration.setString("restart-strategy.fixed-delay.attempts", "5");
    configuration.setString("restart-strategy.fixed-delay.delay", "1 ms");
    configuration.setString("pipeline.auto-generate-uids", "false");
    configuration.setString("pipeline.generic-types", "false");
    configuration.setString("pipeline.object-reuse", "true");
    if (savepoint != null) {
      configuration.setString("execution.state-recovery.path", savepoint);
    }
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setParallelism(parallelism);
    return env;
  }

  /** Writes {@link #LINES} lines, every other file compressed, and tells how many are events. */
  private int writeFiles(int files, Random random) throws IOException {
    int good = 0;
    for (int file = 0; file < files; file++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < LINES / files; i++) {
        int number = file * (LINES / files) + i;
        if (random.nextInt(10) == 0) {
          text.append(broken(random, number)).append('\n');
        } else {
          text.append("{\"n\":").append(number).append(",\"x\":\"").append("y".repeat(i % 90));
          text.append("\"}").append(i % 5 == 0 ? "\r\n" : "\n");
          good++;
        }
      }
      write(file % 2 == 0 ? "in/f" + file : "in/f" + file + ".gz", text.toString());
    }
    return good;
  }

  private static String broken(Random random, int number) {
    return switch (random.nextInt(5)) {
      case 0 -> "{\"n\":" + number;
      case 1 -> "[" + number + "]";
      case 2 -> "{\"n\":" + number + "}}";
      case 3 -> "{\"n\":\0" + number + "}";
      default -> "[".repeat(1 + random.nextInt(2000));
    };
  }

  private void write(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream plain = Files.newOutputStream(file);
        OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
      out.write(text.getBytes(UTF_8));
    }
  }

  private static List<String> lines(Path directory) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files(directory)) {
      if (!isHidden(file)) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  /** Passes events on, but fails twice, each time behind so many. */
  private static final class FailTwice extends ProcessFunction<Event, Event> {
    private static final long serialVersionUID = 1L;

    private final int after;
    private int seen;

    FailTwice(int after) {
      this.after = after;
    }

    @Override
    public void processElement(Event event, Context context, Collector<Event> out) {
      if (++seen > after / 2 && FAILURES.get() < 2) {
        FAILURES.incrementAndGet();
        throw new IllegalStateException("On purpose");
      }
      out.collect(event);
    }
  }

  /** Counts events at or before the watermark. */
  private static final class CountLate extends ProcessFunction<Event, Event> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(Event event, Context context, Collector<Event> out) {
      if (context.timestamp() <= context.timerService().currentWatermark()) {
        LATE.incrementAndGet();
      }
      out.collect(event);
    }
  }

  /** Tells the test of each event. */
  private static final class TellSeen extends ProcessFunction<Event, Event> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(Event event, Context context, Collector<Event> out) {
      out.collect(event);
      SEEN.release();
    }
  }
}
