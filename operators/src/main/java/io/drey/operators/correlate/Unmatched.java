// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** An unmatched event with the reason. */
public record Unmatched<T>(T event, UnmatchedReason reason) {
  /** The type for events of a type. */
  public static <T> TypeInformation<Unmatched<T>> type(TypeInformation<T> event) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type argument
    Class<Unmatched<T>> unmatched = (Class) Unmatched.class;
    return Types.POJO(
        unmatched, Map.of("event", event, "reason", Types.ENUM(UnmatchedReason.class)));
  }
}
