// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.single;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Version 1: one int64. */
public final class ReadPositionSerializer implements SimpleVersionedSerializer<ReadPosition> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(ReadPosition position) {
    return ByteBuffer.allocate(Long.BYTES).putLong(position.next()).array();
  }

  @Override
  public ReadPosition deserialize(int version, byte[] serialized) throws IOException {
    if (version != VERSION) {
      throw new IOException("Unsupported version of a position: " + version);
    }
    return new ReadPosition(ByteBuffer.wrap(serialized).getLong());
  }
}
