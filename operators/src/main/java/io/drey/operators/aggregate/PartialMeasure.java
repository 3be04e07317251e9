// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;
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
 * @param numbers decimal texts: single values, in no particular order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a list of bytes would be too expensive
public record PartialMeasure(
    @Means(Meaning.PLAIN) long count,
    @Means(Meaning.PLAIN) @Nullable String number,
    @Means(Meaning.PLAIN) @Nullable Map<String, Long> counts,
    byte @Nullable [] sketch,
    @Means(Meaning.PLAIN) @Nullable List<String> numbers) {
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
              Types.LIST(Types.STRING)));

  /** The partial result without values. */
  static final PartialMeasure NOTHING = new PartialMeasure(0, null, null, null, null);

  static PartialMeasure of(long count) {
    return new PartialMeasure(count, null, null, null, null);
  }

  static PartialMeasure of(long count, @Nullable String number) {
    return new PartialMeasure(count, number, null, null, null);
  }

  static PartialMeasure of(Map<String, Long> counts) {
    return new PartialMeasure(0, null, counts, null, null);
  }

  static PartialMeasure of(byte[] sketch) {
    return new PartialMeasure(0, null, null, sketch, null);
  }

  static PartialMeasure of(@Nullable List<String> numbers, byte @Nullable [] sketch) {
    return new PartialMeasure(0, null, null, sketch, numbers);
  }
}
