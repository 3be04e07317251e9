// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much a snapshot may be searched in vain for the ends of values whose format is not known. In
 * a damaged snapshot, every key group may need such a search, and none succeed.
 */
public final class SearchBudget {
  /** Two searches that were aborted; takes about four seconds. */
  private static final long MOST_WORK = 1L << 29;

  private final AtomicLong spent = new AtomicLong();

  /** Adds the work of a search that failed. */
  public void spend(long work) {
    spent.addAndGet(work);
  }

  public boolean isSpent() {
    return spent.get() >= MOST_WORK;
  }
}
