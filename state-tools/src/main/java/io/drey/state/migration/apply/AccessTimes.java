// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.state.migration.Transform.OfEntries;

/** The times of last access of the entries that a value is made of. */
final class AccessTimes {
  private long oldest;
  private long newest;

  AccessTimes() {
    clear();
  }

  void clear() {
    oldest = Long.MAX_VALUE;
    newest = Long.MIN_VALUE;
  }

  void add(long access) {
    oldest = Math.min(oldest, access);
    newest = Math.max(newest, access);
  }

  boolean areNone() {
    return oldest > newest;
  }

  long newest() {
    return newest;
  }

  long of(OfEntries which) {
    return switch (which) {
      case OLDEST -> oldest;
      case NEWEST -> newest;
    };
  }
}
