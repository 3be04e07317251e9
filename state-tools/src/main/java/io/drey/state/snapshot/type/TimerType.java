// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;

/**
 * Timers: instant, key and namespace.
 *
 * @param flipped the bits of the instant that are stored inverted
 */
public record TimerType(ValueType key, ValueType namespace, long flipped) implements ValueType {
  /** Timers of state backends: the sign bit is inverted so that the bytes sort by time. */
  public static TimerType sorted(ValueType key, ValueType namespace) {
    return new TimerType(key, namespace, Long.MIN_VALUE);
  }

  /** Timers in raw keyed state, whose order does not matter. */
  public static TimerType raw(ValueType key, ValueType namespace) {
    return new TimerType(key, namespace, 0);
  }

  /** Whether they sort by time. */
  public boolean isSorted() {
    return flipped == Long.MIN_VALUE;
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

  /** Writes only the instant. */
  @Override
  public void write(ByteReader in, ValueSink out) {
    out.instant(in.readLong() ^ flipped);
  }
}
