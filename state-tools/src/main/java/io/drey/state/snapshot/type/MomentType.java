// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.value.Given;
import org.jspecify.annotations.Nullable;

/**
 * Instants in milliseconds, of which there may be none.
 *
 * @param none the number that stands for none
 */
public record MomentType(long none) implements ValueType {
  /** Instants of which the least stands for none. */
  public static final MomentType MOMENT = new MomentType(Long.MIN_VALUE);

  @Override
  public String text() {
    return "Instant";
  }

  @Override
  public void skip(ByteReader in) {
    in.skip(Long.BYTES);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    long millis = in.readLong();
    if (millis == none) {
      out.nullValue();
    } else {
      out.instant(millis);
    }
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    out.writeLong(value == null ? none : Given.millis(value));
  }

  @Override
  public int size() {
    return Long.BYTES;
  }
}
