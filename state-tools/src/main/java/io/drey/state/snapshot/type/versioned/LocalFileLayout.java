// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;

/** A file of the local file system that is being written under another name. */
enum LocalFileLayout implements Layout {
  LOCAL_FILE;

  private static final int MARK = 0x1e744b57;

  @Override
  public void skip(ByteReader in) {
    LittleEndian.expectMark(in, MARK);
    in.skip(Long.BYTES);
    int target = LittleEndian.readCount(in);
    int written = LittleEndian.readCount(in);
    in.skip((long) target + written);
  }

  @Override
  public void writeMembers(ByteReader in, ValueSink out) {
    LittleEndian.expectMark(in, MARK);
    long length = LittleEndian.readLong(in);
    int target = LittleEndian.readCount(in);
    int written = LittleEndian.readCount(in);
    out.name("target");
    out.text(LittleEndian.readText(in, target));
    out.name("written_as");
    out.text(LittleEndian.readText(in, written));
    out.name("length");
    out.number(length);
  }
}
