// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * An event in state, with its instant.
 *
 * @param at in ms
 */
public record TimestampedEvent<T>(@Means(Meaning.INSTANT) long at, T event) {
  /** The type for state with events of a type. */
  public static <T> TypeInformation<TimestampedEvent<T>> type(TypeInformation<T> event) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type argument
    Class<TimestampedEvent<T>> pojo = (Class) TimestampedEvent.class;
    return Types.POJO(pojo, Map.of("at", Types.LONG, "event", event));
  }
}
