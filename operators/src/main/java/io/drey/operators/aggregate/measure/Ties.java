// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Which of several values with the same time comes first: for results that do not depend on how
 * events are partitioned, the one that arrived first only if all events of a group come by one
 * path.
 *
 * @param order by value; null for the order of arrival
 */
public record Ties(@Nullable ValueOrder order) implements Serializable {
  /** The order of arrival, which only one path has. */
  public static final Ties BY_ARRIVAL = new Ties(null);

  /** Ties go by value. */
  public static Ties by(ValueOrder order) {
    return new Ties(order);
  }

  /** Orders by time; 0 if the one that arrived first comes first. */
  int compare(TimedValue one, TimedValue other) {
    int byTime = Long.compare(one.at(), other.at());
    if (byTime == 0) {
      byTime = Integer.compare(one.nanos(), other.nanos());
    }
    return byTime != 0 || order == null ? byTime : order.compare(one.value(), other.value());
  }
}
