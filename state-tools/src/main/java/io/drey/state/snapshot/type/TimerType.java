package io.drey.state.snapshot.type;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;

/** Timers: the instant, its sign flipped so that bytes sort as instants do, key and namespace. */
public record TimerType(ValueType key, ValueType namespace) implements ValueType {
  @Override
  public String text() {
    return "Timer";
  }

  @Override
  public void skip(ByteReader in) {
    in.skip(Long.BYTES);
    key.skip(in);
    namespace.skip(in);
  }

  /** Writes the instant alone. */
  @Override
  public void write(ByteReader in, JsonWriter json) {
    json.instant(in.readLong() ^ Long.MIN_VALUE);
  }
}
