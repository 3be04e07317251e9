// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

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
 * wire:   the same, then the key, which is one of
 *           varint 0                              no key
 *           varint 1, varint k, k bytes of UTF-8  canonical text
 *           varint o, varint k                    canonical text: the k bytes at o of the JSON
 * traced: either of them with int32 -n, then the origin: the source and the position, each as
 *           varint k, k bytes of UTF-8
 * varint: groups of seven bits, least significant first, high bit set in all but the last
 * </pre>
 *
 * Bytes are not validated again: they were validated when the event was read.
 */
public final class EventSerializer extends TypeSerializer<Event> {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_PIECE = 8192;
  private static final int SHORTEST = "{}".length();

  private final boolean carriesKey;

  EventSerializer(boolean carriesKey) {
    this.carriesKey = carriesKey;
  }

  boolean carriesKey() {
    return carriesKey;
  }

  @Override
  public void serialize(Event event, DataOutputView target) throws IOException {
    event.write(target, carriesKey);
  }

  @Override
  public Event deserialize(DataInputView source) throws IOException {
    int length = source.readInt();
    if (length < SHORTEST) {
      return read(source, lengthOfTraced(length)).withOrigin(readOrigin(source));
    }
    return read(source, length);
  }

  private Event read(DataInputView source, int length) throws IOException {
    byte[] json = new byte[length];
    source.readFully(json);
    return carriesKey ? Event.keyed(json, WireKey.read(source, json)) : Event.trusted(json);
  }

  private static Origin readOrigin(DataInputView source) throws IOException {
    return new Origin(WireKey.readText(source), WireKey.readText(source));
  }

  private static int lengthOfTraced(int negative) throws IOException {
    int length = -negative;
    if (length < SHORTEST) {
      throw new IOException("Invalid event length: must be at least 2 but was " + negative);
    }
    return length;
  }

  @Override
  public Event deserialize(Event reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    int length = source.readInt();
    target.writeInt(length);
    if (length < SHORTEST) {
      copyRest(source, lengthOfTraced(length), target);
      WireKey.copyText(source, target);
      WireKey.copyText(source, target);
    } else {
      copyRest(source, length, target);
    }
  }

  private void copyRest(DataInputView source, int length, DataOutputView target)
      throws IOException {
    copyBytes(source, length, target);
    if (carriesKey) {
      WireKey.copy(source, target);
    }
  }

  /**
   * Writes in chunks: {@code target.write(source, length)} of Flink 2.3 fails if a buffer is full.
   */
  static void copyBytes(DataInputView source, int length, DataOutputView target)
      throws IOException {
    byte[] piece = new byte[Math.min(length, LONGEST_PIECE)];
    for (int rest = length; rest > 0; rest -= piece.length) {
      int size = Math.min(rest, piece.length);
      source.readFully(piece, 0, size);
      target.write(piece, 0, size);
    }
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
