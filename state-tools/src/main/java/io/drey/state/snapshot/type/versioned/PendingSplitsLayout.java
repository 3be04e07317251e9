// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;

/** The splits that no reader has yet, and the paths that were found. */
record PendingSplitsLayout(Candidates splits) implements Layout {
  private static final int MARK = 0xDEADBEEF;

  @Override
  public void skip(ByteReader in) {
    LittleEndian.expectMark(in, MARK);
    in.readInt();
    int count = LittleEndian.readCount(in) + LittleEndian.readCount(in);
    for (int rest = count; rest > 0; rest--) {
      in.skip(LittleEndian.readCount(in));
    }
  }

  @Override
  public void writeMembers(ByteReader in, ValueSink out) {
    LittleEndian.expectMark(in, MARK);
    int version = LittleEndian.readInt(in);
    int count = LittleEndian.readCount(in);
    int paths = LittleEndian.readCount(in);
    out.name("splits");
    out.beginArray();
    for (int rest = count; rest > 0; rest--) {
      splits.write(version, in.slice(LittleEndian.readCount(in)), out);
    }
    out.endArray();
    out.name("processed_paths");
    out.beginArray();
    for (int rest = paths; rest > 0; rest--) {
      out.text(LittleEndian.readText(in, LittleEndian.readCount(in)));
    }
    out.endArray();
  }
}
