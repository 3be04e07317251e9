// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Version 1: int32 version of the file system, int32 length, bytes. */
final class RecoverableSerializer implements SimpleVersionedSerializer<Recoverable> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(Recoverable recoverable) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(128);
    recoverable.write(out);
    return out.getCopyOfBuffer();
  }

  @Override
  public Recoverable deserialize(int version, byte[] serialized) throws IOException {
    if (version != VERSION) {
      throw new IOException("Unsupported version of a finished part: " + version);
    }
    return Recoverable.read(new DataInputDeserializer(serialized));
  }
}
