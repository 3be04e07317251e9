// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.deduplicate;

import io.drey.operators.internal.Spans;
import io.drey.operators.rule.KeyedSettings;
import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.streaming.api.TimeDomain;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Deduplicate} recognizes duplicates.
 *
 * @param ttl two events of a key less than this apart are duplicates, in whole milliseconds; null
 *     for any two
 * @param keep which event of a run of duplicates is emitted
 * @param refresh whether a duplicate restarts the ttl, which is then measured from the latest event
 *     seen rather than from the one that passed
 * @param settings the time domain and the maximum number of keys
 */
public record DeduplicateOptions(
    @Nullable Duration ttl, Keep keep, boolean refresh, KeyedSettings settings)
    implements Serializable {
  public DeduplicateOptions {
    check(ttl, keep);
  }

  /**
   * Checks options.
   *
   * @throws IllegalArgumentException if the ttl is shorter than a millisecond, or missing with keep
   *     last
   */
  public static void check(@Nullable Duration ttl, Keep keep) {
    Spans.requireMillis("ttl", ttl);
    if (ttl == null && keep == Keep.LAST) {
      throw new IllegalArgumentException("Invalid keep: needs a ttl but was last");
    }
  }

  /**
   * Checks options of a run whose duplicates are counted.
   *
   * @throws IllegalArgumentException without a ttl, since a run then never ends, or with keep last
   */
  public static void checkCounts(@Nullable Duration ttl, Keep keep) {
    if (ttl == null) {
      throw new IllegalArgumentException("Invalid ttl: must be given to count duplicates");
    }
    if (keep == Keep.LAST) {
      throw new IllegalArgumentException("Invalid keep: must be first to count but was last");
    }
  }

  /** The first event of each key passes, and no other. */
  public static DeduplicateOptions forever() {
    return new DeduplicateOptions(null, Keep.FIRST, false, KeyedSettings.EVENT_TIME);
  }

  /**
   * The first event of each key passes, and again one {@code ttl} or more after the one that last
   * passed.
   */
  public static DeduplicateOptions within(Duration ttl) {
    return new DeduplicateOptions(ttl, Keep.FIRST, false, KeyedSettings.EVENT_TIME);
  }

  /** A copy that emits the newest event of a run instead of the first. */
  public DeduplicateOptions keepingLast() {
    return new DeduplicateOptions(ttl, Keep.LAST, refresh, settings);
  }

  /** A copy in which every duplicate restarts the ttl. */
  public DeduplicateOptions refreshing() {
    return new DeduplicateOptions(ttl, keep, true, settings);
  }

  /** A copy with another time domain or maximum number of keys. */
  public DeduplicateOptions with(KeyedSettings other) {
    return new DeduplicateOptions(ttl, keep, refresh, other);
  }

  TimeDomain time() {
    return settings.time();
  }

  /** The ttl in ms; {@link Long#MAX_VALUE} if there is none or it is longer. */
  long ttlMillis() {
    return Spans.millis(ttl);
  }
}
