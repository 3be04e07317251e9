// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;

/**
 * Values that only the job's classes can decode.
 *
 * @param serializer the serializer that wrote the values
 * @param snapshotBytes the number of bytes of its serializer snapshot
 */
public record OpaqueType(String serializer, int snapshotBytes) implements ValueType {
  @Override
  public String text() {
    return serializer;
  }

  @Override
  public boolean isOpaque() {
    return true;
  }

  @Override
  public void skip(ByteReader in) {
    throw UndecodableException.ofClass(serializer);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    throw UndecodableException.ofClass(serializer);
  }
}
