// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.SnappyFrames;
import io.drey.state.snapshot.metadata.KeyedHandle.Layout;
import io.drey.state.snapshot.metadata.KeyedHandle.Sections;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The sections of a file's key groups, in file order. */
final class KeyGroupSections implements AutoCloseable {
  private final ByteReader file;
  private final long fileEnd;
  private final Layout layout;
  private final List<Section> sections;
  private final Scope scope;
  private boolean isCompressed;
  private ByteReader in;
  private int next;

  /** The start of a key group. */
  private record Section(int keyGroup, long offset) {}

  KeyGroupSections(ByteReader file, Sections handle, Scope scope) {
    this.scope = scope;
    this.file = file;
    this.fileEnd = file.offset() + file.remaining();
    this.layout = handle.layout();
    this.sections = sections(file, handle);
    this.in = file;
  }

  private static List<Section> sections(ByteReader file, Sections handle) {
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < handle.groups().count(); i++) {
      long offset = handle.offsets().get(i);
      if (!handle.layout().isNone(offset)) {
        sections.add(new Section(handle.groups().first() + i, file.offset() + offset));
      }
    }
    sections.sort(Comparator.comparing(Section::offset));
    return sections;
  }

  /** Reads what precedes the first section into memory; to be called first. */
  ByteReader header() {
    long length = (sections.isEmpty() ? fileEnd : sections.get(0).offset()) - file.offset();
    if (length < 0 || length > Math.min(Integer.MAX_VALUE, file.remaining())) {
      throw file.malformed("a header of " + length + " bytes is too long");
    }
    return file.slice((int) length);
  }

  void decompress() {
    isCompressed = true;
  }

  /** Moves on to the next section of the scope and returns whether there is one. */
  boolean next() {
    while (next < sections.size() && !scope.hasGroup(sections.get(next).keyGroup())) {
      next++;
    }
    if (next == sections.size()) {
      return false;
    }
    Section section = sections.get(next++);
    file.endAt(fileEnd);
    file.unmark();
    if (section.offset() < file.offset() || section.offset() > fileEnd) {
      throw file.malformed(
          "invalid offset of key group " + section.keyGroup() + ": " + section.offset());
    }
    file.skip(section.offset() - file.offset());
    file.endAt(next == sections.size() ? fileEnd : sections.get(next).offset());
    if (layout == Layout.HEAP) {
      file.expectInt(keyGroup(), "the number of a key group");
    }
    in = isCompressed && layout != Layout.HEAP ? SnappyFrames.reader(file) : file;
    return true;
  }

  /** Moves on to the next state of a section of the HashMap backend. */
  ByteReader nextState() {
    if (isCompressed) {
      if (in != file && in.hasMore()) {
        throw in.malformed(
            "a state of key group " + keyGroup() + " does not end with its last entry");
      }
      // each state is a compressed stream of its own
      in = SnappyFrames.streamReader(file);
    }
    return in;
  }

  boolean isCompressed() {
    return isCompressed;
  }

  int keyGroup() {
    return sections.get(next - 1).keyGroup();
  }

  ByteReader in() {
    return in;
  }

  /** Whether the section is at its end. */
  boolean isAtEnd() {
    return file.isAtEnd() && (in == file || !in.hasMore());
  }

  @Override
  public void close() {
    file.close();
  }
}
