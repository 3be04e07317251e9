// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import io.drey.operators.meaning.StateMeaning;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * The keyed state of correlate. Changing a name or a type here breaks compatibility with existing
 * savepoints.
 */
public final class CorrelateState {
  private CorrelateState() {}

  /** The pending requests and waiting responses; absent if there are none. */
  @StateMeaning(state = "pending")
  public static <T> ValueStateDescriptor<PendingExchanges<T>> pending(TypeInformation<T> type) {
    return new ValueStateDescriptor<>("pending", PendingExchanges.type(type));
  }
}
