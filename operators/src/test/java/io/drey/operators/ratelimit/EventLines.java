// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.sameness.Timed;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;

/** Events like {@code a1:3/5}: a key, a number, the event's limit and, if it has one, its burst. */
final class EventLines {
  /** The limit of an event, and its burst. */
  static final EventLimits<String> LIMITS = new EventLimits<>(EventLines::limit, EventLines::burst);

  private EventLines() {}

  static KeyedStream<String, String> keyed(DataStream<String> events) {
    return events.keyBy(EventLines::key, Types.STRING);
  }

  static String key(String event) {
    return event.substring(0, 1);
  }

  static long limit(String event) {
    int colon = event.indexOf(':');
    if (colon < 0) {
      throw new InvalidEventException("Missing limit");
    }
    int slash = event.indexOf('/');
    return Long.parseLong(event.substring(colon + 1, slash < 0 ? event.length() : slash));
  }

  static long burst(String event) {
    int slash = event.indexOf('/');
    return slash < 0 ? limit(event) : Long.parseLong(event.substring(slash + 1));
  }

  static Timed<String> at(String event, long time) {
    return new Timed<>(event, time);
  }
}
