// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.source.content.Fingerprint;
import io.drey.jobs.source.line.StreamPosition;
import io.drey.jobs.source.single.ReadTimes;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Serializes how far a file was read. */
final class FileSplitSerializer implements SimpleVersionedSerializer<FileSplit> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(FileSplit split) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(128);
    write(split, out);
    return out.getCopyOfBuffer();
  }

  static void write(FileSplit split, DataOutputSerializer out) throws IOException {
    out.writeUTF(split.path());
    out.writeUTF(split.inode());
    out.writeLong(split.read().length());
    out.writeLong(split.read().head());
    out.writeLong(split.read().tail());
    out.writeLong(split.position().offset());
    out.writeLong(split.position().lines());
    out.writeLong(split.position().index());
    out.writeLong(split.times().last());
    out.writeLong(split.times().greatest());
    out.writeLong(split.times().setAside());
    out.writeBoolean(split.ended());
  }

  @Override
  public FileSplit deserialize(int version, byte[] serialized) throws IOException {
    if (version != VERSION) {
      throw new IOException("Unsupported version of file state: " + version);
    }
    return read(new DataInputDeserializer(serialized));
  }

  static FileSplit read(DataInputDeserializer in) throws IOException {
    return new FileSplit(
        in.readUTF(),
        in.readUTF(),
        new Fingerprint(in.readLong(), in.readLong(), in.readLong()),
        new StreamPosition(in.readLong(), in.readLong(), in.readLong()),
        new ReadTimes(in.readLong(), in.readLong(), in.readLong()),
        in.readBoolean());
  }
}
