// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much a snapshot may be searched in vain for the ends of values whose format is not known. In
 * a damaged snapshot, every key group may need such a search, and none succeed.
 */
public final class SearchBudget {
  /** Takes about six seconds. */
  private static final long MOST_WORK = 1L << 30;

  private final AtomicLong spent = new AtomicLong();

  /** Adds the work of a search that failed. */
  public void spend(long work) {
    spent.addAndGet(work);
  }

  public boolean isSpent() {
    return spent.get() >= MOST_WORK;
  }
}
