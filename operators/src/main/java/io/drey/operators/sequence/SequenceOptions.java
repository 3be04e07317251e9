// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sequence;

import io.drey.operators.rule.KeyedSettings;
import java.io.Serializable;

/**
 * How {@link Sequence} numbers events.
 *
 * @param start the first number of a key
 * @param settings the maximum number of keys; the time domain has no effect
 */
public record SequenceOptions(long start, KeyedSettings settings) implements Serializable {
  /** 1, 2, 3 and so on. */
  public static SequenceOptions fromOne() {
    return from(1);
  }

  /** {@code start}, the number after it, and so on. */
  public static SequenceOptions from(long start) {
    return new SequenceOptions(start, KeyedSettings.EVENT_TIME);
  }

  /** A copy with another maximum number of keys. */
  public SequenceOptions with(KeyedSettings other) {
    return new SequenceOptions(start, other);
  }
}
