// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.single;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Version 1: one int64. Version 2: also the three of {@link ReadTimes}. */
public final class ReadPositionSerializer implements SimpleVersionedSerializer<ReadPosition> {
  private static final int LONGS = 4;
  private static final int VERSION = 2;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(ReadPosition position) {
    ReadTimes times = position.times();
    return ByteBuffer.allocate(LONGS * Long.BYTES)
        .putLong(position.next())
        .putLong(times.last())
        .putLong(times.greatest())
        .putLong(times.setAside())
        .array();
  }

  @Override
  public ReadPosition deserialize(int version, byte[] serialized) throws IOException {
    if (version < 1 || version > VERSION) {
      throw new IOException("Unsupported version of a position: " + version);
    }
    ByteBuffer in = ByteBuffer.wrap(serialized);
    long next = in.getLong();
    return new ReadPosition(
        next,
        version == 1 ? ReadTimes.NONE : new ReadTimes(in.getLong(), in.getLong(), in.getLong()));
  }
}
