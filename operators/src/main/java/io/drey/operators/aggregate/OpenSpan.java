// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.aggregate.measure.PartialMeasure;
import io.drey.operators.aggregate.measure.TimedValue;
import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * The state of a group's span until it ends. Instants are in ms; {@link Long#MIN_VALUE} for events
 * without a timestamp.
 *
 * @param start the least instant so far
 * @param end the greatest instant so far
 * @param count the number of events so far
 * @param value the value they have in common, if that is what ends it
 * @param measures by kind and name of their measures ({@code sum:price})
 */
public record OpenSpan(
    @Means(Meaning.INSTANT) long start,
    @Means(Meaning.INSTANT) long end,
    @Means(Meaning.PLAIN) long count,
    @Means(Meaning.JSON) @Nullable String value,
    Map<String, PartialMeasure> measures) {
  /** The type in state. */
  public static final TypeInformation<OpenSpan> TYPE =
      Types.POJO(
          OpenSpan.class,
          Map.of(
              "start",
              Types.LONG,
              "end",
              Types.LONG,
              "count",
              Types.LONG,
              "value",
              Types.STRING,
              "measures",
              Types.MAP(Types.STRING, PartialMeasure.TYPE)));

  static OpenSpan begun(long at, @Nullable String value) {
    return new OpenSpan(at, at, 0, value, new HashMap<>());
  }

  OpenSpan with(long at) {
    return new OpenSpan(Math.min(start, at), Math.max(end, at), count + 1, value, measures);
  }

  Span span() {
    boolean isTimed = end != TimedValue.NO_TIME;
    return new Span(
        isTimed ? Instant.ofEpochMilli(start) : null,
        isTimed ? Instant.ofEpochMilli(end) : null,
        count,
        value);
  }
}
