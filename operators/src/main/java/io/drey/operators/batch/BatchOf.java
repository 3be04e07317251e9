// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.batch;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * A batch of events.
 *
 * @param events at least one, in order of arrival
 */
public record BatchOf<T>(List<T> events) {
  /** The number of events. */
  public int count() {
    return events.size();
  }

  /** The type of batches of events of a type. */
  public static <T> TypeInformation<BatchOf<T>> type(TypeInformation<T> event) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type argument
    Class<BatchOf<T>> batch = (Class) BatchOf.class;
    return Types.POJO(batch, Map.of("events", Types.LIST(event)));
  }
}
