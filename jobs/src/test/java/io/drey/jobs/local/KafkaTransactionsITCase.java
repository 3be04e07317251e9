// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static io.drey.jobs.local.KafkaPipelines.bytes;
import static io.drey.jobs.local.KafkaPipelines.event;
import static io.drey.jobs.local.KafkaPipelines.events;
import static io.drey.jobs.local.KafkaPipelines.toTopic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.kafka.TestingBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is written to topics exactly once, whatever becomes of the job. */
@Tag("full")
@Timeout(120)
class KafkaTransactionsITCase {
  private final TestingBroker broker = TestingBroker.get();
  private final TestingRun runs;

  KafkaTransactionsITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  /** Some were written by the failed attempt: its transactions are aborted. */
  @Test
  void aRestartWritesNothingTwice() throws Exception {
    String in = broker.topic("from", 2);
    String out = broker.topic("to", 1);
    for (int i = 0; i < 20_000; i++) {
      broker.sendSoon(new ProducerRecord<>(in, i % 2, null, bytes(event(i))));
    }
    broker.flush();
    String fragile =
        toTopic(in, out, "delivery: exactly-once")
                .replace(
                    "sinks:",
                    """
                steps:
                  - {id: marked, set: {failed: "event.n == 15000 ? '${var:DIR}/failed' : null"}}
                  - id: fragile
                    stateful:
                      {class: "io.drey.jobs.function.TestingFunctions$FailingOnce", key: n}
                  - {id: plain, drop-fields: [failed]}
                sinks:""")
            + "settings: {checkpoint: {every: 50ms}}\n";

    RunReport report = runs.run(fragile);

    assertThat(report.counts().restarts()).isEqualTo(1);
    // in any order is compared in quadratic time
    assertThat(broker.values(out).stream().sorted().toList())
        .isEqualTo(events(0, 20_000).stream().sorted().toList());
  }

  @Test
  void continuesFromASavepoint() throws Exception {
    String in = broker.topic("from", 2);
    String out = broker.topic("to", 1);
    String unbounded = toTopic(in, out, "delivery: exactly-once").replace("latest", "none");
    RunOptions stopped = stoppedWithSavepoint();
    LocalRun run = runs.load(unbounded, stopped);
    CompletableFuture<RunReport> end = TestingRun.start(run);
    sendInTurn(in, 0, 50);
    run.stop();
    RunReport report = end.get(60, TimeUnit.SECONDS);
    assertThat(report.failure()).isNull();
    sendInTurn(in, 50, 100);

    // the end is that of the savepoint: none; so this one is stopped too
    LocalRun continued = runs.load(unbounded, stopped.from(String.valueOf(report.savepoint())));
    CompletableFuture<RunReport> second = TestingRun.start(continued);
    while (broker.values(out).size() < 100 && !second.isDone()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    continued.stop();

    assertThat(second.get(60, TimeUnit.SECONDS).failure()).isNull();
    assertThat(broker.values(out)).containsExactlyInAnyOrderElementsOf(events(0, 100));
  }

  /** It has found all partitions before, and looks for others once. */
  @Test
  void endsAfterASavepointToo() throws Exception {
    String in = broker.topic("from", 2);
    String out = broker.topic("to", 1);
    String bounded =
        toTopic(in, out, "").replace("latest", "{offsets: {%s: {0: 50, 1: 50}}}".formatted(in))
            + "settings: {checkpoint: {every: 50ms}}\n";
    LocalRun run = runs.load(bounded, stoppedWithSavepoint());
    CompletableFuture<RunReport> end = TestingRun.start(run);
    sendInTurn(in, 0, 50);
    while (broker.values(out).size() < 50 && !end.isDone()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    run.stop();
    RunReport report = end.get(60, TimeUnit.SECONDS);
    assertThat(report.failure()).isNull();
    sendInTurn(in, 50, 100);

    runs.continueFrom(String.valueOf(report.savepoint()), bounded);

    assertThat(broker.values(out)).containsExactlyInAnyOrderElementsOf(events(0, 100));
  }

  private RunOptions stoppedWithSavepoint() {
    return new RunOptions(
        RunOptions.PLAIN.jars(),
        false,
        null,
        false,
        false,
        runs.path("savepoints").toString(),
        false,
        null);
  }

  /** Writes events to two partitions. */
  private void sendInTurn(String topic, int from, int to) throws Exception {
    for (int i = from; i < to; i++) {
      broker.send(new ProducerRecord<>(topic, i % 2, null, bytes(event(i))));
    }
  }

  /** Unless a checkpoint comes at once, the transaction of a record expires before it. */
  @Test
  void aJobWhoseTransactionHasExpiredFails() throws Exception {
    String in = broker.topic("from", 1);
    String out = broker.topic("expired", 1);
    LocalRun run =
        runs.load(
            expiring(in, out, "") + "settings: {flink: {execution.checkpointing.interval: 2 s}}\n",
            RunOptions.PLAIN);
    CompletableFuture<RunReport> end = TestingRun.start(run);
    while (!end.isDone()) {
      int committed = broker.values(out).size();
      broker.send(in, events(0, 1));
      while (broker.values(out).size() == committed && !end.isDone()) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }

    assertThat(end.get().failure())
        .hasStackTraceContaining(
            "of sink 'out': it was open for longer than transaction-timeout, or another job has");
  }

  /**
   * Flink may take the first checkpoint at once, whatever the interval, unless there is a pause.
   */
  @Test
  void aJobMayGoOnWithoutATransaction() throws Exception {
    String in = broker.topic("from", 1);
    String out = broker.topic("ignored", 1);
    broker.send(in, events(0, 3));
    String ignoring = expiring(in, out, ", lost-transactions: ignore");
    String seldom =
        """
        settings:
          flink: {execution.checkpointing.interval: 1 h, execution.checkpointing.min-pause: 1 h}
        """;
    LocalRun run = runs.load(ignoring + seldom, RunOptions.PLAIN);
    CompletableFuture<RunReport> end = TestingRun.start(run);
    while (!wasAborted(out) && !end.isDone()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    run.stop();

    assertThat(end.get(60, TimeUnit.SECONDS).failure()).isNull();
    assertThat(broker.values(out)).isEmpty();
  }

  private static String expiring(String in, String out, String options) {
    return toTopic(in, out, "delivery: exactly-once, transaction-timeout: 500ms" + options)
        .replace("latest", "none");
  }

  private boolean wasAborted(String topic) throws Exception {
    return broker.admin().listTransactions().all().get().stream()
        .filter(listing -> listing.transactionalId().startsWith("drey." + topic + "."))
        .anyMatch(listing -> listing.state() == TransactionState.COMPLETE_ABORT);
  }

  @Test
  void aJobThatHasItsPrefixIsNotFenced() throws Exception {
    String in = broker.topic("from", 1);
    String out = broker.topic("to", 1);
    var open = broker.client();
    open.setProperty("transactional.id", out + "-0-7");
    try (KafkaProducer<byte[], byte[]> other =
        new KafkaProducer<>(open, new ByteArraySerializer(), new ByteArraySerializer())) {
      other.initTransactions();
      other.beginTransaction();
      other.send(new ProducerRecord<>(out, bytes("x"))).get();
      String second = toTopic(in, out, "delivery: exactly-once, transactions: " + out);

      assertThatThrownBy(() -> runs.run(second))
          .hasMessage(
              "Cannot start sink 'out': transactions with its prefix '%s' are open (%s-0-7): another"
                      .formatted(out, out)
                  + " job uses it, or one died less than its transaction-timeout ago (--take-over"
                  + " aborts them)");

      broker.send(in, List.of("{\"n\":1}"));
      RunOptions takingOver =
          new RunOptions(RunOptions.PLAIN.jars(), false, null, false, false, null, true, null);
      assertThat(runs.execute(second, takingOver).failure()).isNull();
      assertThat(broker.values(out)).containsExactly("{\"n\":1}");
    }
  }
}
