// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.gaps;

import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * A place where the numbers of a key are not consecutive.
 *
 * @param expected the greatest number before, plus one ({@link Long#MIN_VALUE} if that is out of
 *     range)
 * @param got the number that arrived instead
 * @param missing the number of missing numbers, 0 for a duplicate; unsigned, up to 2^64 − 2
 * @param duplicate whether the number that arrived is less than the expected one
 */
public record Gap<K>(K key, long expected, long got, long missing, boolean duplicate) {
  static <K> Gap<K> of(K key, long last, long got) {
    boolean isDuplicate = got <= last;
    long expected = last + 1;
    return new Gap<>(key, expected, got, isDuplicate ? 0 : got - expected, isDuplicate);
  }

  /** The type of gaps in the numbers of keys of a type. */
  public static <K> TypeInformation<Gap<K>> type(TypeInformation<K> key) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type argument
    Class<Gap<K>> gap = (Class) Gap.class;
    return Types.POJO(
        gap,
        Map.of(
            "key", key,
            "expected", Types.LONG,
            "got", Types.LONG,
            "missing", Types.LONG,
            "duplicate", Types.BOOLEAN));
  }
}
