// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;

/** Files by the checkpoint that they wait for: a version, then a list for each checkpoint. */
record PendingFilesType(Candidates files) implements ValueType {
  @Override
  public String text() {
    return "List<Object>";
  }

  @Override
  public void skip(ByteReader in) {
    in.readInt();
    for (int checkpoints = in.readCount(); checkpoints > 0; checkpoints--) {
      in.skip(Long.BYTES);
      for (int rest = in.readCount(); rest > 0; rest--) {
        in.skip(in.readCount());
      }
    }
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    long from = in.offset();
    int version = in.readInt();
    out.beginArray();
    for (int checkpoints = in.readCount(); checkpoints > 0; checkpoints--) {
      out.beginObject();
      out.name("checkpoint");
      out.number(in.readLong());
      out.name("files");
      out.beginArray();
      for (int rest = in.readCount(); rest > 0; rest--) {
        files.write(version, in.slice(in.readCount()), out);
      }
      out.endArray();
      out.endObject();
    }
    out.endArray();
    writeOriginal(in, from, out);
  }
}
