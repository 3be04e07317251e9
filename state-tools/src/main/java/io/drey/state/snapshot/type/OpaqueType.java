// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import java.util.List;

/**
 * Values that only the job's classes can decode.
 *
 * @param serializer the serializer that wrote the values
 * @param snapshotBytes the number of bytes of its serializer snapshot
 * @param digest a hash of these bytes, but for those of the parts
 * @param parts the known types within
 */
public record OpaqueType(String serializer, int snapshotBytes, long digest, List<ValueType> parts)
    implements ValueType {
  /** The type of a serializer all of whose settings are in its name. */
  public OpaqueType(String serializer, int snapshotBytes) {
    this(serializer, snapshotBytes, 0, List.of());
  }

  @Override
  public String text() {
    return serializer;
  }

  @Override
  public boolean isOpaque() {
    return true;
  }

  /** Whether their own settings are the same; their parts are still to be compared. */
  @Override
  public boolean hasSettingsOf(ValueType other) {
    return other instanceof OpaqueType opaque
        && digest == opaque.digest
        && parts.size() == opaque.parts.size();
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
