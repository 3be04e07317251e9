package io.drey.operators.statemachine;

/**
 * The current state of a key's machine, in Flink state.
 *
 * @param state the name of the machine's state, which is neither initial nor terminal
 * @param since the instant (ms) at which it was entered; {@link Long#MIN_VALUE} if no timeout
 *     measures it
 * @param timer the instant (ms) of the key's timer; {@link Long#MIN_VALUE} if there is none
 */
public record MachineState(String state, long since, long timer) {
  static final long NONE = Long.MIN_VALUE;

  MachineState at(long instant) {
    return new MachineState(state, instant, timer);
  }

  MachineState withTimer(long instant) {
    return instant == timer ? this : new MachineState(state, since, instant);
  }
}
