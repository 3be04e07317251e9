// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.pattern.onepass;

import java.util.Arrays;

/**
 * A regular expression of which at every byte at most one path can go on, so that its groups are
 * found by looking up one table for each byte (as RE2's one-pass engine does). It matches at the
 * start of a text.
 *
 * <p>Immutable and safe to share among threads.
 */
public final class OnePass {
  static final int FAIL = -1;

  /** For each state and class of bytes: the next state, and the slots to set, in the high half. */
  private final int[] table;

  private final int[] classes;
  private final int classCount;

  /** For each state: the slots to set where the text ends in it, or {@link #FAIL}. */
  private final int[] atEnd;

  /** For each state: the slots to set where a match ends in it and text follows. */
  private final int[] before;

  private final boolean endsAnywhere;
  private final int[][] slots;

  private final boolean anchored;

  OnePass(boolean anchored, int[] table, int[] classes, int[] atEnd, int[] before, int[][] slots) {
    this.anchored = anchored;
    this.table = table;
    this.classes = classes;
    this.classCount = table.length / atEnd.length;
    this.atEnd = atEnd;
    this.before = before;
    this.slots = slots;
    this.endsAnywhere = Arrays.stream(before).anyMatch(match -> match != FAIL);
  }

  /**
   * Compiles a regular expression that RE2 has found valid. A dot matches any character.
   *
   * @throws UnsupportedRegexException if there is no table for it
   */
  public static OnePass compile(String regex) throws UnsupportedRegexException {
    Node node = Syntax.parse(regex);
    boolean anchored =
        node instanceof Node.Sequence sequence
            && !sequence.parts().isEmpty()
            && sequence.parts().get(0) instanceof Node.Edge edge
            && edge.isStart();
    return new TableBuilder(new Program(node)).build(anchored);
  }

  /** Whether it matches nowhere else. */
  public boolean isAnchored() {
    return anchored;
  }

  /**
   * Matches {@code text[from, to)}, which is valid UTF-8, or its beginning.
   *
   * @param groups is filled with the start and the end of each group, -1 where it is not in the
   *     match; group 0 is the match
   */
  public boolean match(byte[] text, int from, int to, int[] groups) {
    Arrays.fill(groups, -1);
    groups[0] = from;
    return endsAnywhere ? longest(text, from, to, groups) : whole(text, from, to, groups);
  }

  private boolean whole(byte[] text, int from, int to, int[] groups) {
    int state = 0;
    for (int i = from; i < to; i++) {
      int move = table[state * classCount + classes[text[i] & 0xFF]];
      if (move > 0xFFFF) {
        set(move >>> 16, i, groups);
      } else if (move < 0) {
        return false;
      }
      state = move & 0xFFFF;
    }
    return ends(atEnd[state], to, groups);
  }

  private boolean ends(int match, int at, int[] groups) {
    if (match == FAIL) {
      return false;
    }
    set(match, at, groups);
    groups[1] = at;
    return true;
  }

  /** Where a match may end before the text does, the last one that is found counts. */
  private boolean longest(byte[] text, int from, int to, int[] groups) {
    int[] best = new int[groups.length];
    boolean found = false;
    int state = 0;
    for (int i = from; i < to; i++) {
      if (before[state] != FAIL) {
        System.arraycopy(groups, 0, best, 0, groups.length);
        found = ends(before[state], i, best);
      }
      int move = table[state * classCount + classes[text[i] & 0xFF]];
      if (move < 0) {
        System.arraycopy(best, 0, groups, 0, groups.length);
        return found;
      }
      set(move >>> 16, i, groups);
      state = move & 0xFFFF;
    }
    if (ends(atEnd[state], to, groups)) {
      return true;
    }
    System.arraycopy(best, 0, groups, 0, groups.length);
    return found;
  }

  private void set(int index, int at, int[] groups) {
    for (int slot : slots[index]) {
      groups[slot] = at;
    }
  }
}
