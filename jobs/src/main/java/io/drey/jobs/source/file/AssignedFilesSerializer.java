// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Version 1: int32 count, then for each path its length in 2 bytes and its modified UTF-8. */
final class AssignedFilesSerializer implements SimpleVersionedSerializer<AssignedFiles> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(AssignedFiles files) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(256);
    out.writeInt(files.paths().size());
    for (String path : new TreeSet<>(files.paths())) {
      out.writeUTF(path);
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public AssignedFiles deserialize(int version, byte[] serialized) throws IOException {
    if (version != VERSION) {
      throw new IOException("Unsupported version of assigned files: " + version);
    }
    DataInputDeserializer in = new DataInputDeserializer(serialized);
    int count = in.readInt();
    Set<String> paths = new HashSet<>();
    for (int i = 0; i < count; i++) {
      paths.add(in.readUTF());
    }
    return new AssignedFiles(paths);
  }
}
