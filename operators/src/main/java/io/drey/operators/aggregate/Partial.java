// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.aggregate.measure.PartialMeasure;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The partial result of one subtask for a group and window.
 *
 * @param start the window's first instant, in ms
 * @param last the window's last instant, in ms
 * @param measures in the order of the measures
 */
public record Partial<K>(K group, long start, long last, List<PartialMeasure> measures) {
  static <K> TypeInformation<Partial<K>> type(TypeInformation<K> group) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type argument
    Class<Partial<K>> partial = (Class) Partial.class;
    return Types.POJO(
        partial,
        Map.of(
            "group",
            group,
            "start",
            Types.LONG,
            "last",
            Types.LONG,
            "measures",
            Types.LIST(PartialMeasure.TYPE)));
  }
}
