// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Version 2: int64 checkpoint from which the writer was restored, then version 1: int32 version of
 * the file system, int32 length, bytes.
 */
final class FinishedPartSerializer implements SimpleVersionedSerializer<FinishedPart> {
  private static final int VERSION = 2;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(FinishedPart part) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(128);
    out.writeLong(part.restoredFrom());
    part.file().write(out);
    return out.getCopyOfBuffer();
  }

  @Override
  public FinishedPart deserialize(int version, byte[] serialized) throws IOException {
    if (version < 1 || version > VERSION) {
      throw new IOException("Unsupported version of a finished part: " + version);
    }
    DataInputDeserializer in = new DataInputDeserializer(serialized);
    long restoredFrom = version == 1 ? FinishedPart.UNKNOWN : in.readLong();
    return new FinishedPart(restoredFrom, Recoverable.read(in));
  }
}
