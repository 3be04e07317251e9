// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.value.TtlValue;
import io.drey.state.snapshot.value.UnfitValueException;
import org.jspecify.annotations.Nullable;

/**
 * A value of a state with TTL: the time of last access, then the value. JSON has only the value,
 * whereas a {@link TtlValue} has to be given to encode it.
 */
public record TtlType(ValueType value) implements ValueType {
  @Override
  public String text() {
    return value.text();
  }

  @Override
  public void skip(ByteReader in) {
    in.skip(Long.BYTES);
    value.skip(in);
  }

  /** Writes only the value. */
  @Override
  public void write(ByteReader in, ValueSink out) {
    in.skip(Long.BYTES);
    value.write(in, out);
  }

  /**
   * Encodes a value with its time, neither of which is changed.
   *
   * @param given a {@link TtlValue}
   */
  @Override
  public void encode(@Nullable Object given, ByteWriter out) {
    if (!(given instanceof TtlValue timed)) {
      throw new UnfitValueException("a value with its time of last access", given);
    }
    out.writeLong(timed.lastAccess());
    value.encode(timed.value(), out);
  }

  @Override
  public int size() {
    return value.size() == VARIABLE ? VARIABLE : Long.BYTES + value.size();
  }
}
