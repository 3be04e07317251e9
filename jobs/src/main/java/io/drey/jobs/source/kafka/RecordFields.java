// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

import io.drey.jobs.source.line.Utf8Text;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Puts the key and headers of a record into fields of its event. */
class RecordFields implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String DELETED = "deleted";

  /** A field, and the header it holds. */
  private record HeaderField(FieldPath field, String header) implements Serializable {}

  private final @Nullable FieldPath keyField;
  private final ArrayList<HeaderField> headers = new ArrayList<>();

  RecordFields(@Nullable FieldPath keyField, Map<String, String> headers) {
    this.keyField = keyField;
    headers.forEach(
        (field, header) -> this.headers.add(new HeaderField(FieldPath.of(field), header)));
  }

  RecordFields(RecordFields other) {
    this.keyField = other.keyField;
    this.headers.addAll(other.headers);
  }

  /** The event with these fields; one whose source is absent is left as it is. */
  Event addTo(Event event, ConsumerRecord<byte[], byte[]> record, Utf8Text utf8) {
    byte[] key = record.key();
    Event with = event;
    if (keyField != null && key != null) {
      with = with.with(keyField, text(key, utf8));
    }
    for (HeaderField header : headers) {
      Header found = record.headers().lastHeader(header.header());
      if (found != null && found.value() != null) {
        with = with.with(header.field(), text(found.value(), utf8));
      }
    }
    return with;
  }

  /** The event of a record without a value. */
  Event deleted(ConsumerRecord<byte[], byte[]> record, Utf8Text utf8) {
    return addTo(Event.of("{}"), record, utf8).with(DELETED, true);
  }

  private static String text(byte[] bytes, Utf8Text utf8) {
    return utf8.firstInvalid(bytes, 0, bytes.length) < 0
        ? new String(bytes, StandardCharsets.UTF_8)
        : Base64.getEncoder().encodeToString(bytes);
  }
}
