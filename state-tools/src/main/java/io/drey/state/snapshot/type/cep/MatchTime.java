// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.cep;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;

/** The instant of an event; -1 stands for none. */
enum MatchTime implements ValueType {
  TIME;

  private static final long NONE = -1;

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
    if (millis == NONE) {
      out.nullValue();
    } else {
      out.instant(millis);
    }
  }

  @Override
  public int size() {
    return Long.BYTES;
  }
}
