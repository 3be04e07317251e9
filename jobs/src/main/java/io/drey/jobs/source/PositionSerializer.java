package io.drey.jobs.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Version 1: one int64. */
final class PositionSerializer implements SimpleVersionedSerializer<Position> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(Position position) {
    return ByteBuffer.allocate(Long.BYTES).putLong(position.next()).array();
  }

  @Override
  public Position deserialize(int version, byte[] serialized) throws IOException {
    if (version != VERSION) {
      throw new IOException("Unsupported version of a position: " + version);
    }
    return new Position(ByteBuffer.wrap(serialized).getLong());
  }
}
