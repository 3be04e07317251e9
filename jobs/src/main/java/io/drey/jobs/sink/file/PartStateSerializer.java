// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Version 1: int32 subtask, int64 next number, int32 count of columns and for each its length in 2
 * bytes and its modified UTF-8, a byte that is 1 if a part is open, then int32 version, int32
 * length and bytes of the file system's data.
 */
final class PartStateSerializer implements SimpleVersionedSerializer<PartState> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(PartState state) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(256);
    out.writeInt(state.subtask());
    out.writeLong(state.nextNumber());
    out.writeInt(state.columns().size());
    for (String column : state.columns()) {
      out.writeUTF(column);
    }
    Recoverable open = state.open();
    out.writeBoolean(open != null);
    if (open != null) {
      open.write(out);
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public PartState deserialize(int version, byte[] serialized) throws IOException {
    if (version != VERSION) {
      throw new IOException("Unsupported version of a file writer's state: " + version);
    }
    DataInputDeserializer in = new DataInputDeserializer(serialized);
    int subtask = in.readInt();
    long nextNumber = in.readLong();
    int count = in.readInt();
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      columns.add(in.readUTF());
    }
    Recoverable open = in.readBoolean() ? Recoverable.read(in) : null;
    return new PartState(subtask, nextNumber, List.copyOf(columns), open);
  }
}
