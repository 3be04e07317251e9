// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.event.Event;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class InputRecordSerializerTest {
  private final InputRecordSerializer serializer = new InputRecordSerializer();

  @Test
  void readsWhatItHasWritten() throws Exception {
    assertThat(passed(InputRecord.event(Event.of("{\"n\":1}"), 5)))
        .satisfies(
            record -> {
              assertThat(record.event()).isEqualTo(Event.of("{\"n\":1}"));
              assertThat(record.isMalformed()).isFalse();
              assertThat(record.time()).isEqualTo(5);
            });
    assertThat(passed(InputRecord.malformed(Event.of("{}"), 6)).isMalformed()).isTrue();
  }

  @Test
  void aCopyIsNotChangedByTheNextRecord() {
    InputRecord reused = InputRecord.event(Event.of("{\"n\":1}"), 5);

    InputRecord copy = serializer.copy(reused);
    InputRecord unused = reused.set(Event.of("{\"n\":2}"), true, 6);

    assertThat(copy.event()).isEqualTo(Event.of("{\"n\":1}"));
    assertThat(copy.isMalformed()).isFalse();
    assertThat(copy.time()).isEqualTo(5);
  }

  private InputRecord passed(InputRecord record) throws Exception {
    DataOutputSerializer written = new DataOutputSerializer(64);
    serializer.serialize(record, written);
    DataOutputSerializer copied = new DataOutputSerializer(64);
    serializer.copy(new DataInputDeserializer(written.getCopyOfBuffer()), copied);
    return serializer.deserialize(new DataInputDeserializer(copied.getCopyOfBuffer()));
  }
}
