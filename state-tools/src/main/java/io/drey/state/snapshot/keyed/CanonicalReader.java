// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import java.util.List;

/**
 * The entries of a file in canonical format. Each key group has the number of a state, then keys
 * and values, each preceded by its length. The first bit of a key is set if the number of a state
 * follows its value; that number is {@link #END} at the end of the key group.
 */
final class CanonicalReader extends SectionReader {
  static final int END = 0xFFFF;
  static final int NUMBER_FOLLOWS = 0x80;

  private final List<KeyedState> states;
  private final int prefixBytes;

  private boolean isNumberNext;

  CanonicalReader(KeyGroupSections sections, List<KeyedState> states, int maxParallelism) {
    super(sections);
    this.states = states;
    this.prefixBytes = CompositeKey.prefixBytes(maxParallelism);
  }

  @Override
  public List<KeyedState> states() {
    return states;
  }

  @Override
  boolean advance() {
    while (!isInGroup || isNumberNext) {
      if (!isInGroup && !sections.next()) {
        return false;
      }
      // until the next entry is read: after damage, reading continues with the next key group
      isInGroup = false;
      in = sections.in();
      readNumber();
    }
    isInGroup = false;
    readEntry();
    return true;
  }

  /** Stays in the key group if the lengths of the damaged entry were valid. */
  @Override
  void leaveGroup() {}

  private void readNumber() {
    isNumberNext = false;
    int number = in.readUnsignedShort();
    if (number == END) {
      if (!sections.isAtEnd()) {
        throw in.malformed(
            "key group " + sections.keyGroup() + " does not end with its last entry");
      }
    } else if (number < states.size()) {
      state = states.get(number);
      isInGroup = true;
    } else if (lastIsUnknown() && number <= Short.MAX_VALUE) {
      state = states.get(states.size() - 1);
      isInGroup = true;
    } else {
      throw in.malformed("unknown number of a state: " + number);
    }
  }

  private boolean lastIsUnknown() {
    return states.get(states.size() - 1).kind() == KeyedStateType.UNKNOWN;
  }

  private void readEntry() {
    in.mark();
    int keyLength = in.readCount();
    in.skip(keyLength);
    int valueLength = in.readCount();
    in.skip(valueLength);
    // the lengths are valid: damage from here on only affects this entry
    isInGroup = true;
    int valueTo = in.position();
    int keyFrom = in.marked() + Integer.BYTES;
    long sectionEnd = in.endAt(in.offset() - valueLength - Integer.BYTES);
    try {
      in.position(keyFrom);
      entry.start(state, sections.keyGroup());
      checkKeyGroup(keyLength);
      if (state.kind() == KeyedStateType.TIMERS) {
        CompositeKey.checkTimer(in, valueLength);
      } else {
        entry.value().view(in, valueTo - valueLength, valueTo);
      }
      CompositeKey.split(in, keyFrom + keyLength, entry);
    } finally {
      in.endAt(sectionEnd);
      in.position(valueTo);
    }
  }

  private void checkKeyGroup(int keyLength) {
    if (keyLength < prefixBytes) {
      throw in.malformed("invalid length of a key: " + keyLength);
    }
    int first = in.readUnsignedByte();
    isNumberNext = (first & NUMBER_FOLLOWS) != 0;
    int group = first & ~NUMBER_FOLLOWS;
    if (prefixBytes == 2) {
      group = group << Byte.SIZE | in.readUnsignedByte();
    }
    if (group != sections.keyGroup()) {
      throw in.malformed("a key of key group " + group + " is in key group " + sections.keyGroup());
    }
  }
}
