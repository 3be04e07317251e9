// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Serializes the state of the enumerator. */
final class UnassignedFilesSerializer implements SimpleVersionedSerializer<UnassignedFiles> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(UnassignedFiles files) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(256);
    out.writeInt(files.splits().size());
    for (FileSplit split : files.splits()) {
      FileSplitSerializer.write(split, out);
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public UnassignedFiles deserialize(int version, byte[] serialized) throws IOException {
    if (version != VERSION) {
      throw new IOException("Unsupported version of unassigned files: " + version);
    }
    DataInputDeserializer in = new DataInputDeserializer(serialized);
    int count = in.readInt();
    List<FileSplit> splits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      splits.add(FileSplitSerializer.read(in));
    }
    return new UnassignedFiles(splits);
  }
}
