// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.pattern;

import io.drey.jobs.source.line.ObjectBuilder;

/** The named groups of a pattern as members of a JSON object. */
final class NamedGroups {
  private final LinePattern pattern;
  private final byte[][] members;
  private final int[] groups;

  private NamedGroups(LinePattern pattern) {
    this.pattern = pattern;
    this.members = pattern.names().stream().map(ObjectBuilder::member).toArray(byte[][]::new);
    this.groups = pattern.names().stream().mapToInt(pattern::group).toArray();
  }

  static NamedGroups of(String regex) {
    return new NamedGroups(LinePattern.of(regex));
  }

  LinePattern pattern() {
    return pattern;
  }

  /**
   * Writes the groups that are in the match last found.
   *
   * @param absent a value of this byte alone is left out; 0 if there is none such
   */
  void write(byte[] text, byte absent, ObjectBuilder object) {
    for (int i = 0; i < groups.length; i++) {
      int start = pattern.start(groups[i]);
      int end = pattern.end(groups[i]);
      boolean isAbsent = start < 0 || (end - start == 1 && text[start] == absent);
      if (!isAbsent) {
        object.member(members[i]).value(text, behindMark(text, start, end), end);
      }
    }
  }

  /** RFC 5424 has a byte order mark before a message. */
  private static int behindMark(byte[] text, int start, int end) {
    boolean marked =
        end - start >= 3
            && text[start] == (byte) 0xEF
            && text[start + 1] == (byte) 0xBB
            && text[start + 2] == (byte) 0xBF;
    return marked ? start + 3 : start;
  }
}
