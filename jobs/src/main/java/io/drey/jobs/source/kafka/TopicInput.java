// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

import io.drey.jobs.kafka.ClientProperties;
import io.drey.jobs.source.Input;
import io.drey.jobs.source.SourceContext;
import io.drey.jobs.source.line.InputRecord;
import io.drey.jobs.source.line.SourceMetrics;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The Flink source that reads topics: that of the connector, with the metrics of our sources.
 *
 * @param addresses of the brokers
 * @param decoder the one that the connector calls
 */
record TopicInput(
    String sourceId, String addresses, KafkaSource<InputRecord> connector, RecordDecoder decoder)
    implements Input<KafkaPartitionSplit, KafkaSourceEnumState> {
  static TopicInput of(SourceContext context, TopicSource options) {
    RecordDecoder decoder = new RecordDecoder(context, options);
    Properties client = properties(context, options);
    ListedOffsets known = new ListedOffsets(context.id(), client);
    KafkaSourceBuilder<InputRecord> builder =
        KafkaSource.<InputRecord>builder()
            .setProperties(client)
            .setDeserializer(decoder)
            .setStartingOffsets(new StartOffsets(options.start(), known));
    List<String> topics = options.topics();
    if (topics == null) {
      builder.setTopicPattern(Pattern.compile(String.valueOf(options.topicPattern())));
    } else {
      builder.setTopics(topics);
    }
    if (options.isBounded()) {
      builder.setBounded(new EndOffsets(options.end(), known));
    }
    return new TopicInput(context.id(), options.brokers().text(), builder.build(), decoder);
  }

  private static Properties properties(SourceContext context, TopicSource options) {
    Properties client = ClientProperties.of(options.brokers(), options.properties());
    String name = "drey." + context.pipeline() + "." + context.id();
    client.setProperty("group.id", options.group() == null ? name : options.group());
    client.setProperty(
        "partition.discovery.interval.ms", String.valueOf(options.discovery().toMillis()));
    client.putIfAbsent("client.id.prefix", client.getProperty("client.id", name));
    client.putIfAbsent("isolation.level", "read_committed");
    return client;
  }

  @Override
  public Boundedness getBoundedness() {
    return connector.getBoundedness();
  }

  @Override
  public SourceReader<InputRecord, KafkaPartitionSplit> createReader(SourceReaderContext context)
      throws Exception {
    decoder.count(new SourceMetrics(context.metricGroup(), sourceId));
    return connector.createReader(context);
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context) {
    return connector.createEnumerator(explaining(context));
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState state)
      throws IOException {
    SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restored =
        connector.restoreEnumerator(explaining(context), state);
    return getBoundedness() == Boundedness.BOUNDED
        ? new EndingEnumerator(restored, context)
        : restored;
  }

  private SplitEnumeratorContext<KafkaPartitionSplit> explaining(
      SplitEnumeratorContext<KafkaPartitionSplit> context) {
    return new ExplainingContext(sourceId, addresses, context);
  }

  @Override
  public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
    return connector.getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
    return connector.getEnumeratorCheckpointSerializer();
  }
}
