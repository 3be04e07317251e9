package io.drey.state.snapshot.type.drey;

import io.drey.operators.event.Event;
import io.drey.operators.event.MalformedJsonException;
import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;

/** Drey's events: their length and their JSON, optionally followed by their key. */
public enum EventType implements ValueType {
  EVENT,
  WITH_KEY {
    /** Skips the key: the offset of its text in the JSON, 0 for no key, 1 for a separate text. */
    @Override
    void skipKey(ByteReader in) {
      int from = varint(in);
      if (from > 0) {
        int length = varint(in);
        in.skip(from == 1 ? length : 0);
      }
    }
  };

  @Override
  public String text() {
    return "Event";
  }

  @Override
  public void skip(ByteReader in) {
    in.skip(in.readCount());
    skipKey(in);
  }

  void skipKey(ByteReader in) {}

  @Override
  public void write(ByteReader in, JsonWriter json) {
    int length = in.readCount();
    in.require(length);
    int from = in.position();
    validate(in, from, length);
    json.raw(in.bytes(), from, length);
    in.skip(length);
    skipKey(in);
  }

  private static int varint(ByteReader in) {
    int value = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 7) {
      int group = in.readUnsignedByte();
      value |= (group & 0x7F) << shift;
      if (group < 0x80 && value >= 0) {
        return value;
      }
    }
    throw in.malformed("a number in an event's key has more than five bytes");
  }

  /** Checks the JSON, since a damaged byte must not make the row invalid. */
  private static void validate(ByteReader in, int from, int length) {
    try {
      Event.parse(in.bytes(), from, from + length);
    } catch (MalformedJsonException e) {
      throw in.malformed("an event is not valid JSON");
    }
  }
}
