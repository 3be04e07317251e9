// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.kafka.TestingBroker;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.internal.FlinkKafkaInternalProducer;
import org.apache.flink.connector.kafka.sink.internal.KafkaCommitter;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CheckedCommitterITCase {
  private final TestingBroker broker = TestingBroker.get();

  @Test
  void commitsWhatCanBeCommitted() throws Exception {
    String topic = broker.topic("committed", 1);
    try (var producer = written(topic, 60_000);
        var committer = committer(topic, false)) {
      committer.commit(List.of(new TestingRequest(KafkaCommittable.of(producer))));
    }

    assertThat(broker.values(topic)).containsExactly("x");
  }

  /** A job does that if it fails between a commit and its next checkpoint. */
  @Test
  void commitsTwice() throws Exception {
    String topic = broker.topic("twice", 1);
    try (var producer = written(topic, 60_000);
        var committer = committer(topic, false)) {
      KafkaCommittable first = KafkaCommittable.of(producer);
      KafkaCommittable restored =
          new KafkaCommittable(
              first.getProducerId(), first.getEpoch(), first.getTransactionalId(), null);
      committer.commit(List.of(new TestingRequest(first)));
      committer.commit(List.of(new TestingRequest(restored)));
    }

    assertThat(broker.values(topic)).containsExactly("x");
  }

  /** The connector alone counts it, and goes on. */
  @Test
  void failsIfATransactionHasExpired() throws Exception {
    String topic = broker.topic("expired", 1);
    try (var producer = written(topic, 1);
        var committer = committer(topic, false)) {
      awaitAbort(topic);
      TestingRequest request = new TestingRequest(KafkaCommittable.of(producer));

      assertThatThrownBy(() -> committer.commit(List.of(request)))
          .isInstanceOf(LostTransactionException.class)
          .hasMessage(
              "Cannot commit transaction '"
                  + topic
                  + "-0-1' of sink 'out': it was open for longer than transaction-timeout, or"
                  + " another job has its prefix; its records are lost (lost-transactions: ignore"
                  + " goes on without them)");
      assertThat(request.signals).containsExactly("known");
    }
    assertThat(broker.values(topic)).isEmpty();
  }

  @Test
  void goesOnWithoutATransactionThatHasExpired() throws Exception {
    String topic = broker.topic("ignored", 1);
    try (var producer = written(topic, 1);
        var committer = committer(topic, true)) {
      awaitAbort(topic);
      TestingRequest request = new TestingRequest(KafkaCommittable.of(producer));

      committer.commit(List.of(request));

      assertThat(request.signals).containsExactly("known");
    }
  }

  /** The connector alone fails each time that the job is restored. */
  @Test
  void saysThatATransactionIsForgotten() throws Exception {
    String topic = broker.topic("forgotten", 1);
    KafkaCommittable old = new KafkaCommittable(1_000_000, (short) 0, topic + "-0-1", null);
    TestingRequest request = new TestingRequest(old);
    try (var strict = committer(topic, false);
        var ignoring = committer(topic + "-ignoring", true)) {
      assertThatThrownBy(() -> strict.commit(List.of(request)))
          .hasMessage(
              "Cannot commit transaction '"
                  + topic
                  + "-0-1' of sink 'out': the brokers have forgotten it, as they do after"
                  + " transactional.id.expiration.ms; whether its records were committed before is"
                  + " not known (lost-transactions: ignore goes on)");

      ignoring.commit(List.of(request));
    }
    assertThat(request.signals).containsExactly("known", "known");
  }

  private FlinkKafkaInternalProducer<byte[], byte[]> written(String topic, int timeoutMillis)
      throws Exception {
    FlinkKafkaInternalProducer<byte[], byte[]> producer =
        new FlinkKafkaInternalProducer<>(client(timeoutMillis), topic + "-0-1");
    producer.initTransactions();
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(topic, "x".getBytes(UTF_8))).get();
    return producer;
  }

  private Properties client(int timeoutMillis) {
    Properties client = broker.client();
    client.setProperty("transaction.timeout.ms", String.valueOf(timeoutMillis));
    client.setProperty("key.serializer", ByteArraySerializer.class.getName());
    client.setProperty("value.serializer", ByteArraySerializer.class.getName());
    return client;
  }

  private CheckedCommitter committer(String prefix, boolean mayLose) {
    return new CheckedCommitter(
        new TransactionOutcomes("out", client(1000)),
        mayLose,
        new KafkaCommitter(client(1000), prefix, 0, 0, false, FlinkKafkaInternalProducer::new));
  }

  private void awaitAbort(String topic) throws Exception {
    String id = topic + "-0-1";
    while (state(id) != TransactionState.COMPLETE_ABORT) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private TransactionState state(String id) throws Exception {
    return broker.admin().describeTransactions(List.of(id)).description(id).get().state();
  }

  /** Keeps what is signaled. */
  private static final class TestingRequest implements Committer.CommitRequest<KafkaCommittable> {
    private final KafkaCommittable committable;
    private final List<String> signals = new ArrayList<>();

    TestingRequest(KafkaCommittable committable) {
      this.committable = committable;
    }

    @Override
    public KafkaCommittable getCommittable() {
      return committable;
    }

    @Override
    public int getNumberOfRetries() {
      return 0;
    }

    @Override
    public void signalFailedWithKnownReason(Throwable reason) {
      signals.add("known");
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable reason) {
      signals.add("unknown");
    }

    @Override
    public void retryLater() {
      signals.add("later");
    }

    @Override
    public void updateAndRetryLater(KafkaCommittable changed) {
      signals.add("changed");
    }

    @Override
    public void signalAlreadyCommitted() {
      signals.add("already");
    }
  }
}
