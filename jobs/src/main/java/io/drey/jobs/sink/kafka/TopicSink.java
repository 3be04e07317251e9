// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.kafka;

import io.drey.jobs.kafka.Brokers;
import io.drey.jobs.kafka.ClientProperties;
import io.drey.jobs.option.Option;
import io.drey.jobs.option.OptionProblem;
import io.drey.jobs.sink.Sink;
import io.drey.jobs.sink.SinkContext;
import io.drey.jobs.sink.SinkMetrics;
import io.drey.jobs.stream.NamedStreams;
import io.drey.jobs.text.DurationText;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.FieldPath;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/** Writes events to a Kafka topic. */
public record TopicSink(
    @Option("the addresses of some brokers, a list or with commas between them") Brokers brokers,
    @Option("the topic") @Nullable String topic,
    @Option("the field that holds the topic, instead of topic") @Nullable FieldPath topicField,
    @Option("with topic-field, the topics that it may name; what names another is rejected")
        @Nullable List<String> topics,
    @Option(value = "the format of the values", byDefault = "json") ValueFormat format,
    @Option("the fields to write, in this order; all if left out") @Nullable List<FieldPath> fields,
    @Option("the field that is the key of the record; none if left out") @Nullable FieldPath key,
    @Option(value = "headers of the record, by the field that has the value", byDefault = "{}")
        Map<String, String> headers,
    @Option(
            value =
                "the timestamp of the record: none (the moment of writing), or that of the event",
            byDefault = "none")
        RecordTimestamp timestamp,
    @Option("exactly-once or at-least-once; exactly-once if left out and the job checkpoints")
        @Nullable Delivery delivery,
    @Option("the prefix of transactional ids, its own; drey.PIPELINE.SINK if left out")
        @Nullable String transactions,
    @Option(value = "how long a transaction may stay open, a restart included", byDefault = "15m")
        Duration transactionTimeout,
    @Option(
            value =
                "what becomes of the job if a transaction of its checkpoint cannot be committed"
                    + " any more",
            byDefault = "fail")
        LostTransactions lostTransactions,
    @Option(value = "other properties of the producer", byDefault = "{}")
        Map<String, String> properties)
    implements Sink {
  private static final Map<String, String> RESERVED =
      Map.of(
          "bootstrap.servers", "brokers",
          "transactional.id", "transactions",
          "transaction.timeout.ms", "transaction-timeout",
          "key.serializer", "",
          "value.serializer", "");

  /** The uid of the operator that rejects events is that of the sink with this behind it. */
  private static final String REJECTING = "-topics";

  public TopicSink {
    topics = topics == null ? null : List.copyOf(topics);
    checkTopics(topic, topicField, topics);
    fields = fields == null ? null : List.copyOf(fields);
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    long millis = transactionTimeout.toMillis();
    if (millis < 1 || millis > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "Invalid transaction-timeout: must be from 1 ms to 24 days but was "
              + DurationText.of(transactionTimeout));
    }
    if (transactions != null && transactions.isBlank()) {
      throw new IllegalArgumentException("Invalid transactions: must not be blank but was ''");
    }
    ClientProperties.check(properties, RESERVED);
  }

  private static void checkTopics(
      @Nullable String topic, @Nullable FieldPath topicField, @Nullable List<String> topics) {
    if ((topic == null) == (topicField == null)) {
      throw new IllegalArgumentException(
          "Invalid topic: must be given, or else topic-field, but "
              + (topic == null ? "neither was" : "both were"));
    }
    if ((topicField == null) != (topics == null || topics.isEmpty())) {
      throw new IllegalArgumentException(
          "Invalid topics: must name those of topic-field"
              + (topicField == null ? ", which is left out" : "")
              + " but was "
              + (topics == null ? "left out" : topics));
    }
  }

  /** All topics that it writes to. */
  List<String> allTopics() {
    return topic == null ? Objects.requireNonNull(topics) : List.of(topic);
  }

  boolean isExactlyOnce(SinkContext context) {
    return delivery == null ? context.checkpointed() : delivery == Delivery.EXACTLY_ONCE;
  }

  /** The prefix of its transactional ids; ids of sinks have no dots. */
  String prefix(SinkContext context) {
    return transactions == null ? "drey." + context.pipeline() + "." + context.id() : transactions;
  }

  /** A prefix of ids; default ones differ as the ids of sinks do. */
  @Override
  public @Nullable String target() {
    return transactions == null ? null : brokers.text() + " " + transactions;
  }

  @Override
  public String targetOption() {
    return "transactions";
  }

  @Override
  public boolean needsCheckpoints() {
    return delivery == Delivery.EXACTLY_ONCE;
  }

  /** A transaction is committed with the checkpoint after it, if it has not ended before. */
  @Override
  public @Nullable OptionProblem problemWithInterval(Duration every) {
    if (delivery == Delivery.AT_LEAST_ONCE || transactionTimeout.compareTo(every) > 0) {
      return null;
    }
    return new OptionProblem(
        List.of("transaction-timeout"),
        "Invalid transaction-timeout: must be longer than settings.checkpoint.every, %s, or a transaction ends before its checkpoint, but was %s"
            .formatted(DurationText.of(every), DurationText.of(transactionTimeout)));
  }

  @Override
  public void prepare(SinkContext context) throws IOException {
    new TopicCheck(this, context).check();
  }

  @Override
  public List<String> outputs() {
    return topicField == null ? List.of() : List.of(SinkMetrics.REJECTED);
  }

  @Override
  public List<String> uidSuffixes() {
    return topicField == null ? List.of() : List.of(REJECTING);
  }

  @Override
  public NamedStreams split(DataStream<Event> events, SinkContext context) {
    if (topicField == null) {
      return new NamedStreams(events, Map.of());
    }
    String uid = context.id() + REJECTING;
    SingleOutputStreamOperator<Event> allowed =
        events
            .process(new CheckTopic(context.id(), topicField, allTopics()), EventTypeInfo.STREAM)
            .uid(uid)
            .name(uid)
            .setParallelism(events.getParallelism());
    return new NamedStreams(
        allowed, Map.of(SinkMetrics.REJECTED, allowed.getSideOutput(CheckTopic.REJECTED)));
  }

  @Override
  public void attach(DataStream<Event> events, SinkContext context) {
    events
        .sinkTo(TopicOutput.of(this, context))
        .uid(context.id())
        .name(context.id())
        .setParallelism(events.getParallelism());
  }
}
