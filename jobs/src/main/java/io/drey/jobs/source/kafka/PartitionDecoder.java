// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

import io.drey.jobs.source.line.InputRecord;
import io.drey.jobs.source.line.LineParser;
import io.drey.jobs.source.line.MalformedLineException;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.jobs.source.line.SourceRecords;
import io.drey.jobs.source.line.Utf8Text;
import io.drey.operators.event.Event;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Decodes the records of one partition, in order: each gives an event or a malformed record. */
final class PartitionDecoder {
  private static final byte[] NOTHING = {};

  /** A zero byte, and the id of a schema. */
  private static final int FRAME_BYTES = 1 + Integer.BYTES;

  private final String topic;
  private final int partition;
  private final LineParser parser;
  private final SourceRecords records;
  private final RecordFields fields;
  private final Tombstones tombstones;
  private final SourceMetrics metrics;
  private final Utf8Text utf8 = new Utf8Text();

  PartitionDecoder(
      String topic,
      int partition,
      LineParser parser,
      SourceRecords records,
      RecordFields fields,
      Tombstones tombstones,
      SourceMetrics metrics) {
    this.topic = topic;
    this.partition = partition;
    this.parser = parser;
    this.records = records;
    this.fields = fields;
    this.tombstones = tombstones;
    this.metrics = metrics;
  }

  boolean isOf(String otherTopic, int otherPartition) {
    return partition == otherPartition && topic.equals(otherTopic);
  }

  /**
   * The event or malformed record, reused by the next call; null for a tombstone that is dropped.
   */
  @Nullable InputRecord decode(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value() == null ? NOTHING : record.value();
    metrics.bytes.inc(value.length);
    try {
      return record.value() == null ? tombstone(record) : event(record, value);
    } catch (MalformedLineException e) {
      return records.malformed(e, value, 0, value.length, Long.toString(record.offset()));
    }
  }

  private @Nullable InputRecord tombstone(ConsumerRecord<byte[], byte[]> record)
      throws MalformedLineException {
    if (tombstones == Tombstones.MALFORMED) {
      throw new MalformedLineException("The record has no value (a tombstone)");
    }
    if (tombstones == Tombstones.SKIP) {
      metrics.skipped();
      return null;
    }
    // Its time is in no field: there is none but that of the key.
    return records.eventOfRecord(fields.deleted(record, utf8), record.timestamp());
  }

  private InputRecord event(ConsumerRecord<byte[], byte[]> record, byte[] value)
      throws MalformedLineException {
    if (isBlank(value)) {
      throw new MalformedLineException(
          value.length == 0 ? "The value is empty" : "The value is blank");
    }
    if (value[0] == 0 && value.length >= FRAME_BYTES) {
      throw new MalformedLineException(
          "The value looks framed for a schema registry (a zero byte, then schema id "
              + ByteBuffer.wrap(value, 1, Integer.BYTES).getInt()
              + "): Avro, Protobuf and JSON Schema of registries are not read");
    }
    Event event = Objects.requireNonNull(parser.parse(value, 0, value.length));
    InputRecord timed = records.event(fields.addTo(event, record, utf8), record.timestamp());
    records.countLate(timed);
    return timed;
  }

  private static boolean isBlank(byte[] value) {
    for (byte b : value) {
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return false;
      }
    }
    return true;
  }
}
