package io.drey.state.snapshot.type;

import io.drey.operators.event.Event;
import io.drey.operators.event.MalformedJsonException;
import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;

/** Drey's events: their length and their JSON. */
public enum EventType implements ValueType {
  EVENT;

  @Override
  public String text() {
    return "Event";
  }

  @Override
  public void skip(ByteReader in) {
    in.skip(in.readCount());
  }

  @Override
  public void write(ByteReader in, JsonWriter json) {
    int length = in.readCount();
    in.require(length);
    int from = in.position();
    validate(in, from, length);
    json.raw(in.bytes(), from, length);
    in.skip(length);
  }

  /** A damaged byte must not damage the row. */
  private static void validate(ByteReader in, int from, int length) {
    try {
      Event.parse(in.bytes(), from, from + length);
    } catch (MalformedJsonException e) {
      throw in.malformed("an event is not JSON");
    }
  }
}
