// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.kafka;

import io.drey.jobs.kafka.ClientProperties;
import io.drey.jobs.sink.SinkContext;
import io.drey.jobs.sink.SinkMetrics;
import io.drey.operators.event.Event;
import java.io.IOException;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;

/** The Flink sink that writes to a topic: that of the connector, with the metrics of our sinks. */
record TopicOutput(String sinkId, KafkaSink<Event> connector, RecordEncoder encoder)
    implements Sink<Event> {
  /** The sink of these options: with transactions, or without. */
  static Sink<Event> of(TopicSink options, SinkContext context) {
    RecordEncoder encoder = new RecordEncoder(options);
    boolean exactlyOnce = options.isExactlyOnce(context);
    Properties client = properties(options, context);
    KafkaSink<Event> connector =
        KafkaSink.<Event>builder()
            .setKafkaProducerConfig(client)
            .setBootstrapServers(options.brokers().text())
            .setRecordSerializer(encoder)
            .setDeliveryGuarantee(
                exactlyOnce ? DeliveryGuarantee.EXACTLY_ONCE : DeliveryGuarantee.AT_LEAST_ONCE)
            .setTransactionalIdPrefix(options.prefix(context))
            // the other one aborts the transactions of every prefix that begins like this one
            .setTransactionNamingStrategy(TransactionNamingStrategy.INCREMENTING)
            .build();
    if (!exactlyOnce) {
      return new TopicOutput(context.id(), connector, encoder);
    }
    boolean mayLose = options.lostTransactions() == LostTransactions.IGNORE;
    TransactionOutcomes outcomes = new TransactionOutcomes(context.id(), client);
    return new TransactionalOutput(outcomes, mayLose, connector, encoder);
  }

  /** Of the producer: what the options say, and where they are silent, that of a busy job. */
  static Properties properties(TopicSink options, SinkContext context) {
    Properties client = ClientProperties.of(options.brokers(), options.properties());
    client.setProperty(
        "transaction.timeout.ms", String.valueOf(options.transactionTimeout().toMillis()));
    client.putIfAbsent("client.id", "drey." + context.pipeline() + "." + context.id());
    // thousands of lines for one job
    client.putIfAbsent("register.producer.metrics", "false");
    // with Kafka's own, 5 ms and 16 KiB, a busy job and its broker spend up to a fifth more
    client.putIfAbsent("linger.ms", "20");
    client.putIfAbsent("batch.size", "131072");
    return client;
  }

  @Override
  public SinkWriter<Event> createWriter(WriterInitContext context) throws IOException {
    encoder.count(new SinkMetrics(context.metricGroup(), sinkId));
    return connector.createWriter(context);
  }
}
