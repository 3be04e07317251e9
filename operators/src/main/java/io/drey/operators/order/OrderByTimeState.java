// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.order;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.StateMeaning;
import java.util.List;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The keyed state of the sorter. Changing a name or a type here breaks compatibility with existing
 * savepoints.
 */
public final class OrderByTimeState {
  private OrderByTimeState() {}

  /**
   * The events that wait for the watermark, by timestamp (ms), ties in order of arrival; those of a
   * key-value store as tuples, in which the command is preceded by the number of a marker.
   */
  @StateMeaning(
      state = "buffered",
      mapKey = Meaning.INSTANT,
      parts = {"marker", "command"})
  public static <T> MapStateDescriptor<Long, List<T>> buffered(TypeInformation<T> type) {
    return new MapStateDescriptor<>("buffered", Types.LONG, Types.LIST(type));
  }
}
