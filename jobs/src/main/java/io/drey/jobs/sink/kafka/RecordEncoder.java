// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.sink.SinkMetrics;
import io.drey.jobs.sink.line.LineFormat;
import io.drey.jobs.sink.line.LineOptions;
import io.drey.jobs.sink.line.LineOutput;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Makes the record of an event, and counts it. */
final class RecordEncoder implements KafkaRecordSerializationSchema<Event> {
  private static final long serialVersionUID = 1L;

  /** A line without its end. */
  private static final class Value extends ByteArrayOutputStream {
    byte[] withoutLineEnd() {
      return Arrays.copyOf(buf, count - 1);
    }
  }

  /** A header, and the field that has its value. */
  private record FieldHeader(FieldPath field, String header) implements Serializable {}

  private final @Nullable String topic;
  private final @Nullable FieldPath topicField;
  private final LineOptions valueOptions;
  private final @Nullable FieldPath key;
  private final ArrayList<FieldHeader> headers = new ArrayList<>();
  private final boolean stamped;

  private transient @Nullable SinkMetrics metrics;
  private transient @Nullable LineFormat values;
  private transient @Nullable Value bytes;
  private transient @Nullable LineOutput lines;

  RecordEncoder(TopicSink options) {
    this.topic = options.topic();
    this.topicField = options.topicField();
    this.valueOptions = new LineOptions(options.format().format(), options.fields(), null);
    this.key = options.key();
    this.stamped = options.timestamp() == RecordTimestamp.EVENT;
    options
        .headers()
        .forEach((field, header) -> headers.add(new FieldHeader(FieldPath.of(field), header)));
  }

  /** Counts from now on; called before any event comes. */
  void count(SinkMetrics counted) {
    metrics = counted;
    values = valueOptions.lines();
    bytes = new Value();
    lines = new LineOutput(bytes);
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Event event, KafkaSinkContext context, @Nullable Long time) {
    byte[] value = value(event);
    if (metrics != null) {
      metrics.events.inc();
      metrics.bytes.inc(value.length);
    }
    Long stamp = stamped && time != null && time >= 0 ? time : null;
    String keyText = key == null ? null : event.text(key);
    byte[] keyBytes = keyText == null ? null : keyText.getBytes(UTF_8);
    return new ProducerRecord<>(topicOf(event), null, stamp, keyBytes, value, headers(event));
  }

  private @Nullable String topicOf(Event event) {
    return topicField == null ? topic : event.text(topicField);
  }

  private byte[] value(Event event) {
    Value target = bytes;
    LineOutput line = lines;
    LineFormat written = values;
    if (target == null || line == null || written == null) {
      throw new IllegalStateException("No writer has been created");
    }
    try {
      target.reset();
      written.write(event, line);
      line.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target.withoutLineEnd();
  }

  private @Nullable List<Header> headers(Event event) {
    if (headers.isEmpty()) {
      return null;
    }
    List<Header> written = new ArrayList<>();
    for (FieldHeader header : headers) {
      String text = event.text(header.field());
      if (text != null) {
        written.add(new RecordHeader(header.header(), text.getBytes(UTF_8)));
      }
    }
    return written;
  }
}
