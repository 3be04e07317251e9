// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import io.drey.operators.meaning.StateMeaning;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * The keyed state of the state machine. Changing a name or a type here breaks compatibility with
 * existing savepoints.
 */
public final class StateMachineState {
  public static final TypeInformation<MachineState> MACHINE_STATE =
      TypeInformation.of(MachineState.class);

  private StateMachineState() {}

  /** The machine's state, if it is neither initial nor terminal. */
  @StateMeaning(state = "machine-state")
  public static ValueStateDescriptor<MachineState> machineState() {
    return new ValueStateDescriptor<>("machine-state", MACHINE_STATE);
  }
}
