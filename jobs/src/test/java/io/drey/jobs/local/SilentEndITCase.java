// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that fall silent before they end: what is pending is not lost. */
@Timeout(120)
class SilentEndITCase {
  private static final List<String> EVENTS =
      List.of(
          "{\"k\":1,\"at\":\"2024-01-01T10:00:00Z\"}",
          "{\"k\":2,\"at\":\"2024-01-01T10:00:01Z\"}",
          "{\"k\":3,\"at\":\"2024-01-01T10:00:02Z\"}");

  /** Longer than it takes a source to be found idle. */
  private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final String PIPELINE =
      """
      version: 1
      name: silent
      sources: {%s, time: {field: at%s}}}
      steps: [{id: last, deduplicate: {key: k, ttl: 1h, keep: last}}]
      sinks: {out: {type: file, path: "${var:DIR}/out"}}
      """;

  private final InputStream stdin = System.in;
  private final TestingRun runs;

  SilentEndITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @AfterEach
  void giveBackStandardInput() {
    System.setIn(stdin);
  }

  @Test
  void writesWhatIsPendingWhenASocketCloses() throws Exception {
    try (ServerSocket server = server()) {
      LocalRun run = runs.load(socket(server), RunOptions.PLAIN);
      CompletableFuture<RunReport> end = TestingRun.start(run);
      try (Socket client = server.accept()) {
        send(client.getOutputStream());
        awaitSilence();
      }

      assertThat(end.get(60, TimeUnit.SECONDS).failure()).isNull();
    }
    assertThat(runs.read("out")).containsExactlyInAnyOrderElementsOf(EVENTS);
  }

  @Test
  void writesWhatIsPendingWhenASilentSocketIsStopped() throws Exception {
    try (ServerSocket server = server()) {
      LocalRun run = runs.load(socket(server), RunOptions.PLAIN);
      CompletableFuture<RunReport> end = TestingRun.start(run);
      try (Socket client = server.accept()) {
        send(client.getOutputStream());
        awaitSilence();
        run.stop();

        assertThat(end.get(60, TimeUnit.SECONDS).failure()).isNull();
      }
    }
    assertThat(runs.read("out")).containsExactlyInAnyOrderElementsOf(EVENTS);
  }

  /** The time of a run that is to be continued does not end. */
  @Test
  void keepsWhatIsPendingInASavepoint() throws Exception {
    RunReport report;
    try (ServerSocket server = server()) {
      LocalRun run = runs.load(socket(server), withSavepoint());
      CompletableFuture<RunReport> end = TestingRun.start(run);
      try (Socket client = server.accept()) {
        send(client.getOutputStream());
        awaitSilence();
        run.stop();
        report = end.get(60, TimeUnit.SECONDS);
      }
    }
    assertThat(report.failure()).isNull();
    assertThat(runs.read("out")).isEmpty();

    runs.write("in.jsonl", List.of(""));
    RunOptions continued =
        RunOptions.PLAIN.from(String.valueOf(report.savepoint())).allowingNonRestored();
    String file = PIPELINE.formatted("file: {type: file, path: \"${var:DIR}/in.jsonl\"", "");

    assertThat(runs.execute(file, continued).failure()).isNull();
    assertThat(runs.read("out")).containsExactlyInAnyOrderElementsOf(EVENTS);
  }

  private RunOptions withSavepoint() {
    String savepoints = runs.path("savepoints").toString();
    return new RunOptions(
        RunOptions.PLAIN.jars(), false, null, false, false, savepoints, false, null);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void writesWhatIsPendingWhenStandardInputCloses(boolean onCluster) throws Exception {
    try (PipedOutputStream typing = new PipedOutputStream()) {
      LocalRun run = stdin(typing, onCluster);
      CompletableFuture<RunReport> end = TestingRun.start(run);
      send(typing);
      awaitSilence();
      typing.close();

      assertThat(end.get(60, TimeUnit.SECONDS).failure()).isNull();
    }
    assertThat(runs.read("out")).containsExactlyInAnyOrderElementsOf(EVENTS);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void writesWhatIsPendingWhenStandardInputIsStopped(boolean onCluster) throws Exception {
    try (PipedOutputStream typing = new PipedOutputStream()) {
      LocalRun run = stdin(typing, onCluster);
      CompletableFuture<RunReport> end = TestingRun.start(run);
      send(typing);
      awaitSilence();
      run.stop();

      assertThat(end.get(60, TimeUnit.SECONDS).failure()).isNull();
    }
    assertThat(runs.read("out")).containsExactlyInAnyOrderElementsOf(EVENTS);
  }

  private static ServerSocket server() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static String socket(ServerSocket server) {
    String source = "in: {type: socket, host: 127.0.0.1, port: %d".formatted(server.getLocalPort());
    return PIPELINE.formatted(source, ", idle-after: 1ms");
  }

  private LocalRun stdin(PipedOutputStream typing, boolean onCluster) throws IOException {
    System.setIn(new PipedInputStream(typing));
    return runs.load(
        PIPELINE.formatted("in: {type: stdin", ""),
        onCluster ? RunOptions.PLAIN.onACluster() : RunOptions.PLAIN);
  }

  private static void send(OutputStream out) throws IOException {
    out.write((String.join("\n", EVENTS) + "\n").getBytes(UTF_8));
    out.flush();
  }

  private static void awaitSilence() {
    LockSupport.parkNanos(SILENCE_NANOS);
  }
}
