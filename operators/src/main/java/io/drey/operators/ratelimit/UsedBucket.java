// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import io.drey.operators.internal.Instants;
import org.jspecify.annotations.Nullable;

/**
 * A token bucket whose capacity and refill are those of the event that asks for a token. Exact: the
 * tokens used are counted in parts of 1/{@code per}, of which each millisecond brings back as many
 * as the limit is.
 *
 * <p>Limited events change nothing. Once a limit of 1 would have brought back all tokens, the key
 * is as new, whatever the limit.
 *
 * @param per in ms, at most such that the parts of the greatest burst fit a long
 */
record UsedBucket(long per) implements Limit<UsedTokens> {
  /**
   * The state after an event; null if it is limited.
   *
   * @param limit the tokens that come back per {@code per}
   * @param burst the number of tokens in a full bucket
   */
  @Nullable UsedTokens after(@Nullable UsedTokens before, long time, long limit, long burst) {
    long now = before == null ? time : Math.max(time, before.at());
    long used = before == null ? 0 : usedAt(before, now, limit);
    return used > (burst - 1) * per ? null : new UsedTokens(used + per, now);
  }

  private static long usedAt(UsedTokens before, long now, long limit) {
    long elapsed = now - before.at();
    // Negative elapsed time is an overflow: long enough for all tokens to come back.
    if (elapsed < 0 || elapsed >= before.used()) {
      return 0;
    }
    return elapsed > before.used() / Math.max(limit, 1)
        ? 0
        : Math.max(0, before.used() - elapsed * limit);
  }

  @Override
  public long staleFrom(UsedTokens stored) {
    return Instants.plus(stored.at(), stored.used());
  }
}
