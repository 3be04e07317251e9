// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * A request or response in state.
 *
 * @param at its instant, in ms
 * @param answered whether it is a request that had a response and waits for more
 */
public record PendingEvent<T>(@Means(Meaning.INSTANT) long at, boolean answered, T event) {
  /** The type for state with events of a type. */
  public static <T> TypeInformation<PendingEvent<T>> type(TypeInformation<T> event) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type argument
    Class<PendingEvent<T>> pending = (Class) PendingEvent.class;
    return Types.POJO(pending, Map.of("at", Types.LONG, "answered", Types.BOOLEAN, "event", event));
  }
}
