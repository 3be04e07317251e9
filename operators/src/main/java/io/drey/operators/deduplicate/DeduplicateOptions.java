package io.drey.operators.deduplicate;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Deduplicate} tells duplicates.
 *
 * @param ttl two events of a key less than this apart are duplicates, to the millisecond; null for
 *     any two
 * @param keep which event of a run passes
 * @param refresh whether a duplicate prolongs the run: time is then measured from the latest event
 *     seen rather than from the one kept
 */
public record DeduplicateOptions(@Nullable Duration ttl, Keep keep, boolean refresh)
    implements Serializable {
  public DeduplicateOptions {
    if (ttl != null && ttl.toMillis() <= 0) {
      throw new IllegalArgumentException("Invalid ttl: must be at least 1 ms but was " + ttl);
    }
    if (ttl == null && keep == Keep.LAST) {
      throw new IllegalArgumentException("Invalid keep: last needs a ttl but was last");
    }
  }

  /** The first of each key passes, whatever the time. */
  public static DeduplicateOptions forever() {
    return new DeduplicateOptions(null, Keep.FIRST, false);
  }

  /** The first of each key passes, and again {@code ttl} after the one that last passed. */
  public static DeduplicateOptions within(Duration ttl) {
    return new DeduplicateOptions(ttl, Keep.FIRST, false);
  }

  /** The same with the newest event of a run passing in place of the first. */
  public DeduplicateOptions keepingLast() {
    return new DeduplicateOptions(ttl, Keep.LAST, refresh);
  }

  /** The same with every duplicate prolonging its run. */
  public DeduplicateOptions refreshing() {
    return new DeduplicateOptions(ttl, keep, true);
  }
}
