// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate.measure;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * The partial value of one measure of a group, on the wire and in state. Each type of measure uses
 * the components that it needs.
 *
 * @param count the number of values
 * @param number a sum, minimum or maximum, as decimal text
 * @param counts the number of occurrences of each value
 * @param sketch the bytes of a sketch, in the form of its library
 * @param numbers decimal texts: single values, in no particular order, or several sums
 * @param scored values with their best scores
 * @param timed values with the times of their events, in order of time
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a list of bytes would be too expensive
public record PartialMeasure(
    @Means(Meaning.PLAIN) long count,
    @Means(Meaning.JSON) @Nullable String number,
    @Means(Meaning.JSON) @Nullable Map<String, Long> counts,
    @Means(Meaning.SKETCH) byte @Nullable [] sketch,
    @Means(Meaning.JSON) @Nullable List<String> numbers,
    @Nullable List<ScoredValue> scored,
    @Nullable List<TimedValue> timed) {
  /** The type in state and on the wire. */
  public static final TypeInformation<PartialMeasure> TYPE =
      Types.POJO(
          PartialMeasure.class,
          Map.of(
              "count",
              Types.LONG,
              "number",
              Types.STRING,
              "counts",
              Types.MAP(Types.STRING, Types.LONG),
              "sketch",
              PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO,
              "numbers",
              Types.LIST(Types.STRING),
              "scored",
              Types.LIST(ScoredValue.TYPE),
              "timed",
              Types.LIST(TimedValue.TYPE)));

  /** The partial result without values. */
  public static final PartialMeasure NOTHING =
      new PartialMeasure(0, null, null, null, null, null, null);

  /** The same, sharing nothing that merging changes. */
  public PartialMeasure copied() {
    return new PartialMeasure(
        count,
        number,
        counts == null ? null : new HashMap<>(counts),
        sketch,
        numbers,
        scored,
        timed == null ? null : new ArrayList<>(timed));
  }

  public static PartialMeasure of(long count) {
    return new PartialMeasure(count, null, null, null, null, null, null);
  }

  public static PartialMeasure of(long count, @Nullable String number) {
    return new PartialMeasure(count, number, null, null, null, null, null);
  }

  static PartialMeasure of(Map<String, Long> counts) {
    return new PartialMeasure(0, null, counts, null, null, null, null);
  }

  static PartialMeasure of(byte[] sketch) {
    return new PartialMeasure(0, null, null, sketch, null, null, null);
  }

  static PartialMeasure of(@Nullable List<String> numbers, byte @Nullable [] sketch) {
    return new PartialMeasure(0, null, null, sketch, numbers, null, null);
  }

  static PartialMeasure of(long count, @Nullable List<String> numbers) {
    return new PartialMeasure(count, null, null, null, numbers, null, null);
  }

  static PartialMeasure ofScored(List<ScoredValue> scored) {
    return new PartialMeasure(0, null, null, null, null, scored, null);
  }

  static PartialMeasure ofTimed(List<TimedValue> timed) {
    return new PartialMeasure(0, null, null, null, null, null, timed);
  }
}
