// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

/** The number of added, removed, changed and equal entries. */
public record DiffCounts(long added, long removed, long changed, long equal) {
  static final DiffCounts NONE = new DiffCounts(0, 0, 0, 0);

  boolean isDifferent() {
    return added + removed + changed > 0;
  }

  DiffCounts minus(DiffCounts other) {
    return plus(new DiffCounts(-other.added, -other.removed, -other.changed, -other.equal));
  }

  DiffCounts plus(DiffCounts other) {
    return new DiffCounts(
        added + other.added, removed + other.removed, changed + other.changed, equal + other.equal);
  }
}
