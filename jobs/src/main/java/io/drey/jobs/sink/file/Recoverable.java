// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** The file system's own data for continuing or finishing a file, serialized. */
final class Recoverable {
  /** The version of the file system's data. */
  private final int version;

  private final byte[] bytes;

  private Recoverable(int version, byte[] bytes) {
    this.version = version;
    this.bytes = bytes;
  }

  static <T> Recoverable of(SimpleVersionedSerializer<T> serializer, T value) throws IOException {
    return new Recoverable(serializer.getVersion(), serializer.serialize(value));
  }

  <T> T read(SimpleVersionedSerializer<T> serializer) throws IOException {
    return serializer.deserialize(version, bytes);
  }

  /**
   * Checks that a local file is there with all that was written to it; other file systems know
   * themselves what they have.
   */
  void check() throws LostPartException {
    WrittenFile file = WrittenFile.find(bytes);
    if (file != null) {
      file.check();
    }
  }

  void write(DataOutputSerializer out) throws IOException {
    out.writeInt(version);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static Recoverable read(DataInputDeserializer in) throws IOException {
    int version = in.readInt();
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new Recoverable(version, bytes);
  }
}
