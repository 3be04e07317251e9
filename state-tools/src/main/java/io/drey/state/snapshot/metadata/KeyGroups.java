// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

/** A range of key groups. */
public record KeyGroups(int first, int count) {
  public boolean contains(int keyGroup) {
    return keyGroup >= first && keyGroup - first < count;
  }

  /** Returns the intersection with another range, which may be empty. */
  public KeyGroups within(KeyGroups others) {
    int from = Math.max(first, others.first);
    int to = Math.min(first + count, others.first + others.count);
    return new KeyGroups(from, Math.max(0, to - from));
  }

  @Override
  public String toString() {
    return first + ".." + (first + count - 1);
  }
}
