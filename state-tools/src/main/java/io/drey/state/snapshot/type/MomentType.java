// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;

/** Instants in milliseconds; the least stands for none. */
enum MomentType implements ValueType {
  MOMENT;

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
    if (millis == Long.MIN_VALUE) {
      out.nullValue();
    } else {
      out.instant(millis);
    }
  }
}
