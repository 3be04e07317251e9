// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.drey;

import io.drey.operators.event.Event;
import io.drey.operators.event.EventSerializerSnapshot;
import io.drey.operators.event.MalformedJsonException;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.bytes.Varint;
import io.drey.state.snapshot.serializer.SnapshotBody;
import io.drey.state.snapshot.serializer.SnapshotFamily;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * Drey's events: their length and their JSON, optionally followed by their key. A negative length
 * says that their origin follows, which is not shown.
 */
public enum EventType implements ValueType {
  EVENT,
  WITH_KEY {
    /** Skips the key: the offset of its text in the JSON, 0 for no key, 1 for a separate text. */
    @Override
    void skipKey(ByteReader in) {
      int from = Varint.read(in);
      if (from != 0) {
        int length = Varint.read(in);
        in.skip(from == 1 ? length : 0);
      }
    }

    @Override
    void encodeKey(ByteWriter out) {
      out.writeByte(0);
    }
  };

  private static final String SNAPSHOT = EventSerializerSnapshot.class.getName();
  private static final int VERSION = 1;

  /** Returns the snapshots of the serializers of events. */
  public static SnapshotFamily snapshots() {
    SnapshotFamily family = new SnapshotFamily();
    family.put(SNAPSHOT, EventType::read);
    family.writes(
        EventType.class,
        type -> true,
        (type, out) -> {
          out.begin(SNAPSHOT, VERSION);
          out.out().writeBoolean(type == WITH_KEY);
        });
    return family;
  }

  private static EventType read(SnapshotBody body) {
    body.in().expectVersion(body.version(), VERSION, body.className());
    return body.in().readBoolean() ? WITH_KEY : EVENT;
  }

  @Override
  public String text() {
    return "Event";
  }

  @Override
  public void skip(ByteReader in) {
    int length = in.readSignedCount();
    in.skip(Math.abs(length));
    skipRest(in, length);
  }

  private void skipRest(ByteReader in, int length) {
    skipKey(in);
    if (length < 0) {
      in.skip(Varint.read(in));
      in.skip(Varint.read(in));
    }
  }

  void skipKey(ByteReader in) {}

  @Override
  public void write(ByteReader in, ValueSink out) {
    int written = in.readSignedCount();
    int length = Math.abs(written);
    in.require(length);
    int from = in.position();
    validate(in, from, length);
    out.raw(in.bytes(), from, length);
    in.skip(length);
    skipRest(in, written);
  }

  /**
   * Encodes an object. Its JSON is the shortest, whatever spaces there were, and it has neither a
   * key nor an origin: JSON does not show them.
   */
  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    byte[] json = JsonText.utf8(Given.members(value));
    out.writeInt(json.length);
    out.writeBytes(json);
    encodeKey(out);
  }

  void encodeKey(ByteWriter out) {}

  /** Checks the JSON, since a damaged byte must not make the row invalid. */
  private static void validate(ByteReader in, int from, int length) {
    try {
      Event.parse(in.bytes(), from, from + length);
    } catch (MalformedJsonException e) {
      throw in.malformed("an event is not valid JSON");
    }
  }
}
