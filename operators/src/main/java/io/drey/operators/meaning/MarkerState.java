// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.meaning;

import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/** The state that marks an operator as one of Drey's. */
public final class MarkerState {
  private MarkerState() {}

  /** Marks the operator whose state this is. */
  public static void mark(OperatorStateStore operator, OperatorMarker marker) throws Exception {
    ListState<Boolean> unused = operator.getListState(of(marker));
  }

  /** An operator list state without elements, whose name says all. */
  public static ListStateDescriptor<Boolean> of(OperatorMarker marker) {
    return new ListStateDescriptor<>(marker.name(), Types.BOOLEAN);
  }
}
