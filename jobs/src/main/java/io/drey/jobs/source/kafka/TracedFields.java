// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

import io.drey.jobs.source.line.Utf8Text;
import io.drey.operators.event.Event;
import io.drey.operators.event.Origin;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Fields of events that carry where they are from. */
final class TracedFields extends RecordFields {
  private static final long serialVersionUID = 1L;

  private final String source;

  TracedFields(RecordFields fields, String source) {
    super(fields);
    this.source = source;
  }

  @Override
  Event addTo(Event event, ConsumerRecord<byte[], byte[]> record, Utf8Text utf8) {
    String position = record.topic() + "/" + record.partition() + ":" + record.offset();
    return super.addTo(event, record, utf8).withOrigin(new Origin(source, position));
  }
}
