package io.drey.operators.rule;

import java.io.Serializable;
import org.apache.flink.streaming.api.TimeDomain;
import org.jspecify.annotations.Nullable;

/**
 * What the options of every keyed operator have in common.
 *
 * @param time whether an event's time is its timestamp or the moment it is seen
 * @param maxKeys about how many keys are kept at most, over all subtasks, the least recently
 *     touched given up first; null for any number
 */
public record KeyedSettings(TimeDomain time, @Nullable Integer maxKeys) implements Serializable {
  /** Event time, any number of keys. */
  public static final KeyedSettings EVENT_TIME = new KeyedSettings(TimeDomain.EVENT_TIME, null);

  /** The clock of the machine, any number of keys. */
  public static final KeyedSettings PROCESSING_TIME =
      new KeyedSettings(TimeDomain.PROCESSING_TIME, null);

  public KeyedSettings {
    if (maxKeys != null && maxKeys < 1) {
      throw new IllegalArgumentException("Invalid max-keys: must be at least 1 but was " + maxKeys);
    }
  }

  /** The same with a cap on the number of keys. */
  public KeyedSettings withMaxKeys(int cap) {
    return new KeyedSettings(time, cap);
  }
}
