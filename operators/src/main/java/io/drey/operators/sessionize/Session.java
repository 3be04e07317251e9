package io.drey.operators.sessionize;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * The events of a key that belong together.
 *
 * @param opening what is kept of the event that opened it; null if nothing is
 * @param events what is kept of its events, in the order of their time, equal ones as they arrived;
 *     empty if nothing is
 * @param start the time of its earliest event
 * @param end the time of its latest event
 * @param count how many events it has
 * @param complete whether it ended the way sessions should: by its end event, or by a gap where
 *     there are no end events
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
