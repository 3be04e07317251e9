// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import io.drey.operators.internal.json.JsonStrings;
import java.util.Arrays;

/** The offsets of the members of one object, in their order. */
final class Members {
  static final int WIDTH = 4;

  /**
   * Four per member: name start, name end (complemented if the name has escapes that may not be
   * canonical), value start, value end. Quotes belong to a value, not to a name.
   */
  private final int[] offsets;

  Members(int[] offsets) {
    this.offsets = offsets;
  }

  /** The index of the member of this name that counts, the last, or -1. */
  int find(byte[] json, FieldName name) {
    return findBefore(count(), json, name);
  }

  /** The index of the last member of this name among the first {@code end}, or -1. */
  int findBefore(int end, byte[] json, FieldName name) {
    for (int i = end - 1; i >= 0; i--) {
      if (isNamed(i, json, name)) {
        return i;
      }
    }
    return -1;
  }

  boolean isNamed(int member, byte[] json, FieldName name) {
    int start = offsets[member * WIDTH];
    int end = offsets[member * WIDTH + 1];
    if (end < 0) {
      return JsonStrings.decode(json, start, ~end).equals(name.text());
    }
    return name.equalsPlain(json, start, end);
  }

  /** The index of the first member from {@code begin} on with a name of another event, or -1. */
  int findNamedAs(Members others, int other, byte[] otherJson, byte[] json, int begin) {
    int start = others.nameStart(other);
    int end = others.offsets[other * WIDTH + 1];
    for (int i = begin; i < count(); i++) {
      int ownEnd = offsets[i * WIDTH + 1];
      boolean alike =
          (end | ownEnd) < 0
              ? name(i, json).equals(others.name(other, otherJson))
              : Arrays.equals(json, nameStart(i), ownEnd, otherJson, start, end);
      if (alike) {
        return i;
      }
    }
    return -1;
  }

  int count() {
    return offsets.length / WIDTH;
  }

  int nameStart(int member) {
    return offsets[member * WIDTH];
  }

  /** The name, its escapes resolved. */
  String name(int member, byte[] json) {
    int end = offsets[member * WIDTH + 1];
    return JsonStrings.decode(json, nameStart(member), end < 0 ? ~end : end);
  }

  int valueStart(int member) {
    return offsets[member * WIDTH + 2];
  }

  int valueEnd(int member) {
    return offsets[member * WIDTH + 3];
  }

  /** A copy with one value {@code shift} bytes longer, and the offsets after it moved. */
  Members stretched(int member, int shift) {
    int[] moved = offsets.clone();
    for (int i = member * WIDTH + 3; i < moved.length; i++) {
      moved[i] += moved[i] < 0 ? -shift : shift;
    }
    return new Members(moved);
  }

  /** A copy with one more member at the end, whose name is canonical JSON. */
  Members appended(FieldName name, int nameStart, int valueStart, int valueEnd) {
    int[] longer = Arrays.copyOf(offsets, offsets.length + WIDTH);
    longer[offsets.length] = nameStart;
    longer[offsets.length + 1] = nameStart + name.quoted().length - 2;
    longer[offsets.length + 2] = valueStart;
    longer[offsets.length + 3] = valueEnd;
    return new Members(longer);
  }
}
