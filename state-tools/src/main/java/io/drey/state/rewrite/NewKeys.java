// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.rewrite.edit.KeyEdit;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.ValueType;
import java.util.Arrays;

/** Changes one key after another; entries of a key that follow one another need that only once. */
final class NewKeys {
  private final KeyEdit.Change change;
  private final KeyGrouping grouping;
  private final ByteWriter old = new ByteWriter();
  private final ByteWriter made = new ByteWriter();
  private final ByteReader key = ByteReader.views();
  private int oldGroup = -1;
  private int group;

  NewKeys(KeyEdit.Change change, KeyGrouping grouping) {
    this.change = change;
    this.grouping = grouping;
  }

  /**
   * Changes a key.
   *
   * @param keyGroup its key group in the source
   */
  void change(int keyGroup, ValueType type, ByteReader ofEntry) {
    int from = ofEntry.position();
    int to = from + (int) ofEntry.remaining();
    boolean isSame =
        keyGroup == oldGroup
            && Arrays.equals(old.buffer(), 0, old.size(), ofEntry.bytes(), from, to);
    if (isSame) {
      return;
    }
    grouping.check(keyGroup, type, ofEntry);
    old.clear();
    old.writeBytes(ofEntry);
    oldGroup = keyGroup;
    made.clear();
    change.write(type, ofEntry, made);
    ofEntry.position(from);
    key.wrap("keys", made.buffer(), made.size());
    group = grouping.groupOf(type, key);
  }

  /** The new key. */
  ByteReader key() {
    return key;
  }

  /** Its key group. */
  int group() {
    return group;
  }
}
