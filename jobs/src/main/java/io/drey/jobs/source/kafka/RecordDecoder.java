// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

import io.drey.jobs.source.SourceContext;
import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.line.InputRecord;
import io.drey.jobs.source.line.InputRecordType;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.jobs.source.line.SourceRecords;
import io.drey.jobs.source.single.ReadTimes;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Decodes the records of one reader; those of each partition, in order. */
final class RecordDecoder implements KafkaRecordDeserializationSchema<InputRecord> {
  private static final long serialVersionUID = 1L;

  private final String sourceId;
  private final FormatOptions values;
  private final @Nullable TimeOptions time;
  private final RecordFields fields;
  private final Tombstones tombstones;

  private transient @Nullable SourceMetrics metrics;
  private transient @Nullable Map<String, PartitionDecoder> partitions;
  private transient @Nullable PartitionDecoder current;

  RecordDecoder(SourceContext context, TopicSource options) {
    this.sourceId = context.id();
    this.values = options.values();
    this.time = options.time();
    RecordFields plain = new RecordFields(options.keyField(), options.headers());
    this.fields = context.traced() ? new TracedFields(plain, sourceId) : plain;
    this.tombstones = options.tombstones();
  }

  /** Counts from now on; called before any record comes. */
  void count(SourceMetrics counted) {
    metrics = counted;
    partitions = new HashMap<>();
    current = null;
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<InputRecord> out) {
    InputRecord decoded = decoder(record).decode(record);
    if (decoded != null) {
      out.collect(decoded);
    }
  }

  /** Records of one partition come in batches. */
  private PartitionDecoder decoder(ConsumerRecord<byte[], byte[]> record) {
    PartitionDecoder last = current;
    if (last != null && last.isOf(record.topic(), record.partition())) {
      return last;
    }
    Map<String, PartitionDecoder> known = partitions;
    SourceMetrics counted = metrics;
    if (known == null || counted == null) {
      throw new IllegalStateException("No reader has been created");
    }
    String name = record.topic() + "/" + record.partition();
    PartitionDecoder found = known.computeIfAbsent(name, unused -> decoder(name, record, counted));
    current = found;
    return found;
  }

  private PartitionDecoder decoder(
      String name, ConsumerRecord<byte[], byte[]> record, SourceMetrics counted) {
    return new PartitionDecoder(
        record.topic(),
        record.partition(),
        values.parser(name),
        new SourceRecords(
            sourceId, name, time == null ? null : time.reader(), ReadTimes.NONE, counted),
        fields,
        tombstones,
        counted);
  }

  @Override
  public TypeInformation<InputRecord> getProducedType() {
    return new InputRecordType();
  }
}
