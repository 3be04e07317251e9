// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import org.jspecify.annotations.Nullable;

/**
 * The first {@code limit} events of a key pass; state is their number.
 *
 * @param countsLimited whether limited events are counted too
 */
record TotalCount(long limit, boolean countsLimited) implements Limit<Long> {
  /** A count for events with limits of their own, of which those that pass are counted. */
  static TotalCount ofEventLimits() {
    return new TotalCount(Long.MAX_VALUE, false);
  }

  @Nullable Long after(@Nullable Long before) {
    return after(before, limit);
  }

  /** The same for an event with this limit. */
  @Nullable Long after(@Nullable Long before, long most) {
    long count = before == null ? 1 : before + 1;
    return count <= most || countsLimited ? (Long) count : null;
  }

  @Override
  public boolean hasPassed(Long after) {
    return after <= limit;
  }

  @Override
  public long number(Long after) {
    return after;
  }

  @Override
  public long staleFrom(Long stored) {
    return Long.MAX_VALUE;
  }
}
