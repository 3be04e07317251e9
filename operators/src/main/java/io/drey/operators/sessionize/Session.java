// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sessionize;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * A session: events of a key that belong together.
 *
 * @param opening the stored part of the event that opened it; null if none is stored
 * @param events the stored parts of its events, ordered by time, ties in order of arrival; empty if
 *     none are stored
 * @param start the timestamp of its earliest event
 * @param end the timestamp of its latest event
 * @param count the number of its events
 * @param complete whether it closed regularly: by its end event, or by a gap if there are no end
 *     events
 */
public record Session<K, T>(
    K key,
    @Nullable T opening,
    List<T> events,
    Instant start,
    Instant end,
    int count,
    CloseReason reason,
    boolean complete) {

  /** The time between its earliest and its latest event. */
  public Duration duration() {
    return Duration.between(start, end);
  }

  /** The type of sessions of events of a type. */
  public static <K, T> TypeInformation<Session<K, T>> type(
      TypeInformation<K> key, TypeInformation<T> event) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type arguments
    Class<Session<K, T>> session = (Class) Session.class;
    return Types.POJO(
        session,
        Map.of(
            "key",
            key,
            "opening",
            event,
            "events",
            Types.LIST(event),
            "start",
            Types.INSTANT,
            "end",
            Types.INSTANT,
            "count",
            Types.INT,
            "reason",
            Types.ENUM(CloseReason.class),
            "complete",
            Types.BOOLEAN));
  }
}
