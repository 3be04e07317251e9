// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.source.line.ReadTimes;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Version 1: path (length in 2 bytes, modified UTF-8), then int64 offset, line, length and the
 * last, the greatest and the set aside time, then a byte, 1 if finished.
 */
final class FileSplitSerializer implements SimpleVersionedSerializer<FileSplit> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(FileSplit split) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(128);
    out.writeUTF(split.path());
    out.writeLong(split.offset());
    out.writeLong(split.line());
    out.writeLong(split.length());
    out.writeLong(split.times().last());
    out.writeLong(split.times().greatest());
    out.writeLong(split.times().setAside());
    out.writeBoolean(split.finished());
    return out.getCopyOfBuffer();
  }

  private static ReadTimes times(DataInputDeserializer in) throws IOException {
    return new ReadTimes(in.readLong(), in.readLong(), in.readLong());
  }

  @Override
  public FileSplit deserialize(int version, byte[] serialized) throws IOException {
    if (version != VERSION) {
      throw new IOException("Unsupported version of file state: " + version);
    }
    DataInputDeserializer in = new DataInputDeserializer(serialized);
    return new FileSplit(
        in.readUTF(), in.readLong(), in.readLong(), in.readLong(), times(in), in.readBoolean());
  }
}
