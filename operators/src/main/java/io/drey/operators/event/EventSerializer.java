package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Writes an event as its length and its bytes.
 *
 * <pre>
 * state:  int32 n (big-endian), n bytes of UTF-8 JSON
 * wire:   the same, then int32 k, k bytes of UTF-8 canonical key; k = -1 where there is none
 * </pre>
 *
 * Bytes are taken over without a scan: they were validated when the event was read.
 */
public final class EventSerializer extends TypeSerializer<Event> {
  private static final long serialVersionUID = 1L;
  private static final int NO_KEY = -1;

  private final boolean carriesKey;

  EventSerializer(boolean carriesKey) {
    this.carriesKey = carriesKey;
  }

  boolean carriesKey() {
    return carriesKey;
  }

  @Override
  public void serialize(Event event, DataOutputView target) throws IOException {
    target.writeInt(event.length());
    target.write(event.json());
    if (carriesKey) {
      writeKey(event, target);
    }
  }

  private static void writeKey(Event event, DataOutputView target) throws IOException {
    if (!event.hasKey()) {
      target.writeInt(NO_KEY);
      return;
    }
    byte[] key = event.key().getBytes(UTF_8);
    target.writeInt(key.length);
    target.write(key);
  }

  @Override
  public Event deserialize(DataInputView source) throws IOException {
    Event event = Event.trusted(readBytes(source, source.readInt()));
    if (!carriesKey) {
      return event;
    }
    int length = source.readInt();
    return length == NO_KEY ? event : event.withKey(new String(readBytes(source, length), UTF_8));
  }

  private static byte[] readBytes(DataInputView source, int length) throws IOException {
    byte[] bytes = new byte[length];
    source.readFully(bytes);
    return bytes;
  }

  @Override
  public Event deserialize(Event reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    copyBytes(source, target);
    if (carriesKey) {
      copyBytes(source, target);
    }
  }

  private static void copyBytes(DataInputView source, DataOutputView target) throws IOException {
    int length = source.readInt();
    target.writeInt(length);
    target.write(source, Math.max(length, 0));
  }

  /** Events are immutable: a copy is the event itself. */
  @Override
  public Event copy(Event from) {
    return from;
  }

  @Override
  public Event copy(Event from, Event reuse) {
    return from;
  }

  @Override
  public Event createInstance() {
    return Event.trusted(new byte[] {'{', '}'});
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public TypeSerializer<Event> duplicate() {
    return this;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public TypeSerializerSnapshot<Event> snapshotConfiguration() {
    return new EventSerializerSnapshot(carriesKey);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EventSerializer serializer && serializer.carriesKey == carriesKey;
  }

  @Override
  public int hashCode() {
    return Boolean.hashCode(carriesKey);
  }
}
