// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.UndecodableException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key groups of a file one after the other. After damage, reading continues with the next
 * key group unless the format tells where the next entry begins.
 */
abstract class SectionReader implements EntryReader {
  final KeyGroupSections sections;
  final Entry entry = new Entry(KeyedState.NONE);

  ByteReader in = ByteReader.views();
  KeyedState state = KeyedState.NONE;
  boolean isInGroup;

  SectionReader(KeyGroupSections sections) {
    this.sections = sections;
  }

  /** Moves to the next entry and returns whether there is one. */
  abstract boolean advance();

  /** Forgets what is left of the key group. */
  abstract void leaveGroup();

  @Override
  public final boolean next() {
    in.unmark();
    try {
      return advance();
    } catch (UndecodableException e) {
      leaveGroup();
      throw lost(e.getMessage(), "keys");
    } catch (SavepointException e) {
      leaveGroup();
      throw e;
    }
  }

  /** Moves to the next key group, from the end of this one, and returns whether there is one. */
  final boolean nextGroup() {
    if (isInGroup && !sections.isAtEnd()) {
      throw in.malformed("key group " + sections.keyGroup() + " does not end with its last entry");
    }
    isInGroup = sections.next();
    in = sections.in();
    return isInGroup;
  }

  final SavepointException lost(@Nullable String serializer, String what) {
    return SavepointException.unsupported(
        in.file(),
        "the rest of key group "
            + sections.keyGroup()
            + " cannot be read, since only "
            + serializer
            + " knows where its "
            + what
            + " end");
  }

  @Override
  public final Entry entry() {
    return entry;
  }

  @Override
  public final void close() {
    sections.close();
  }
}
