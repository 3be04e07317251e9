// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Sends an event through its serializers. */
final class SerializerCheck {
  private static final EventSerializer STATE = new EventSerializer(false);
  private static final EventSerializer STREAM = new EventSerializer(true);

  private SerializerCheck() {}

  static void assertRoundTrips(Event event) throws IOException {
    assertThat(restored(STATE, event)).isEqualTo(event);
    assertThat(restored(STREAM, event)).isEqualTo(event);
    for (String name : event.names()) {
      if (!name.isEmpty() && !name.contains(".")) {
        assertKeyTravels(event, KeyPaths.of(name));
        assertKeyTravels(event, KeyPaths.of(name, name));
      }
    }
  }

  private static void assertKeyTravels(Event event, KeyPaths paths) throws IOException {
    String key = paths.read(event);
    Event keyed = paths.keyed(event);
    assertThat(keyed == null).isEqualTo(key == null);
    if (keyed != null) {
      assertThat(keyed.key()).isEqualTo(key);
      assertThat(restored(STREAM, keyed).key()).isEqualTo(key);
      assertThat(restored(STREAM, event.withKey(keyed.key())).key()).isEqualTo(key);
    }
  }

  /** The event written, copied from view to view, and read: nothing may be left over. */
  static Event restored(EventSerializer serializer, Event event) throws IOException {
    DataOutputSerializer written = new DataOutputSerializer(64);
    serializer.serialize(event, written);
    DataOutputSerializer copied = new DataOutputSerializer(64);
    serializer.copy(new DataInputDeserializer(written.getCopyOfBuffer()), copied);
    assertThat(copied.getCopyOfBuffer()).isEqualTo(written.getCopyOfBuffer());
    DataInputDeserializer source = new DataInputDeserializer(copied.getCopyOfBuffer());
    Event restored = serializer.deserialize(source);
    assertThat(source.available()).isZero();
    return restored;
  }
}
