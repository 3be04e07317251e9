// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * A value with the time of its event, on the wire and in state.
 *
 * @param at in ms; {@link Long#MIN_VALUE} for an event without a timestamp
 * @param nanos how far the event's exact time is beyond these ms
 */
public record TimedValue(
    @Means(Meaning.JSON) String value,
    @Means(Meaning.INSTANT) long at,
    @Means(Meaning.PLAIN) int nanos) {
  /** The time of an event that has none. */
  public static final long NO_TIME = Long.MIN_VALUE;

  static final TypeInformation<TimedValue> TYPE = Types.POJO(TimedValue.class);
}
