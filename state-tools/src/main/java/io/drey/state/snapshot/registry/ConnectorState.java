// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import io.drey.state.snapshot.type.BytesType;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.type.versioned.CoordinatorType;
import io.drey.state.snapshot.type.versioned.StateBytes;

/** What sources and sinks keep as bytes, of which the savepoint does not tell the format. */
public final class ConnectorState {
  private ConnectorState() {}

  /** Returns the type of an operator state's elements, by the state's name if they are bytes. */
  public static ValueType element(String state, ValueType stored) {
    ValueType known = stored.equals(BytesType.BYTES) ? StateBytes.of(state) : null;
    return known == null ? stored : known;
  }

  /** Returns the type of what the coordinator of an operator keeps. */
  public static ValueType coordinator() {
    return CoordinatorType.COORDINATOR;
  }
}
