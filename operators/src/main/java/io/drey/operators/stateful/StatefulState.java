// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import io.drey.operators.internal.ProcessingTimeTtl;
import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.StateMeaning;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The keyed state of stateful. Changing a name or a type here breaks compatibility with existing
 * savepoints; fields of the user's state may be added and removed.
 */
public final class StatefulState {
  private StatefulState() {}

  /** The state of the user's function. */
  @StateMeaning(state = "value")
  public static <S> ValueStateDescriptor<S> value(
      TypeInformation<S> type, StatefulOptions options) {
    ValueStateDescriptor<S> value = new ValueStateDescriptor<>("value", type);
    if (options.expiresByTheClock() && options.ttl() != null) {
      value.enableTimeToLive(ProcessingTimeTtl.of(options.ttl()));
    }
    return value;
  }

  /** With a ttl in event time: the instant (ms) of the key's latest event. */
  @StateMeaning(state = "last-at", value = Meaning.INSTANT)
  public static ValueStateDescriptor<Long> lastAt() {
    return new ValueStateDescriptor<>("last-at", Types.LONG);
  }

  /** With a ttl in event time and timers: the instant (ms) of the ttl's own timer. */
  @StateMeaning(state = "ttl-timer", value = Meaning.INSTANT)
  public static ValueStateDescriptor<Long> ttlTimer() {
    return new ValueStateDescriptor<>("ttl-timer", Types.LONG);
  }

  /** With timers: the instants (ms) of those pending in event time, ascending. */
  @StateMeaning(state = "event-timers", value = Meaning.INSTANT)
  public static ValueStateDescriptor<long[]> eventTimers() {
    return instants("event-timers");
  }

  /** With timers: the instants (ms) of those pending in processing time, ascending. */
  @StateMeaning(state = "processing-timers", value = Meaning.INSTANT)
  public static ValueStateDescriptor<long[]> processingTimers() {
    return instants("processing-timers");
  }

  private static ValueStateDescriptor<long[]> instants(String name) {
    return new ValueStateDescriptor<>(name, PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO);
  }
}
