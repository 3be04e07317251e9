package io.drey.state.snapshot.type;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;

/**
 * Timers: the instant, key and namespace.
 *
 * @param flipped the bits of the instant that are flipped
 */
public record TimerType(ValueType key, ValueType namespace, long flipped) implements ValueType {
  /** Timers of state backends: flipped signs make their bytes sort as the instants do. */
  public static TimerType sorted(ValueType key, ValueType namespace) {
    return new TimerType(key, namespace, Long.MIN_VALUE);
  }

  /** Timers of operators, for which the order does not matter. */
  public static TimerType raw(ValueType key, ValueType namespace) {
    return new TimerType(key, namespace, 0);
  }

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
    json.instant(in.readLong() ^ flipped);
  }
}
