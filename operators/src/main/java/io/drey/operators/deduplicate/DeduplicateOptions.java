package io.drey.operators.deduplicate;

import io.drey.operators.internal.Spans;
import io.drey.operators.rule.KeyedSettings;
import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.streaming.api.TimeDomain;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Deduplicate} tells duplicates.
 *
 * @param ttl two events of a key less than this apart are duplicates, to the millisecond; null for
 *     any two
 * @param keep which event of a run passes
 * @param refresh whether a duplicate prolongs the run: time is then measured from the latest event
 *     seen rather than from the one kept
 * @param settings its notion of time, and how many keys are kept
 */
public record DeduplicateOptions(
    @Nullable Duration ttl, Keep keep, boolean refresh, KeyedSettings settings)
    implements Serializable {
  public DeduplicateOptions {
    Spans.requireMillis("ttl", ttl);
    if (ttl == null && keep == Keep.LAST) {
      throw new IllegalArgumentException("Invalid keep: needs a ttl but was last");
    }
  }

  /** The first of each key passes, whatever the time. */
  public static DeduplicateOptions forever() {
    return new DeduplicateOptions(null, Keep.FIRST, false, KeyedSettings.EVENT_TIME);
  }

  /** The first of each key passes, and again {@code ttl} after the one that last passed. */
  public static DeduplicateOptions within(Duration ttl) {
    return new DeduplicateOptions(ttl, Keep.FIRST, false, KeyedSettings.EVENT_TIME);
  }

  /** The same with the newest event of a run passing in place of the first. */
  public DeduplicateOptions keepingLast() {
    return new DeduplicateOptions(ttl, Keep.LAST, refresh, settings);
  }

  /** The same with every duplicate prolonging its run. */
  public DeduplicateOptions refreshing() {
    return new DeduplicateOptions(ttl, keep, true, settings);
  }

  /** The same with another notion of time or number of keys. */
  public DeduplicateOptions with(KeyedSettings other) {
    return new DeduplicateOptions(ttl, keep, refresh, other);
  }

  TimeDomain time() {
    return settings.time();
  }

  /** The ttl in ms; {@link Long#MAX_VALUE} for none or longer. */
  long ttlMillis() {
    return Spans.millis(ttl);
  }
}
