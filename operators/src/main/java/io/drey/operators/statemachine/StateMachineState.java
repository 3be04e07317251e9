package io.drey.operators.statemachine;

import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * What the state machine keeps per key. Changing a name or a type here breaks savepoints taken so
 * far.
 */
public final class StateMachineState {
  public static final TypeInformation<MachineState> STANDING =
      TypeInformation.of(MachineState.class);

  private StateMachineState() {}

  /** The state of a key that is neither initial nor terminal. */
  public static ValueStateDescriptor<MachineState> standing() {
    return new ValueStateDescriptor<>("standing", STANDING);
  }
}
