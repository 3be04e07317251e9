package io.drey.operators.statemachine;

/**
 * Where the machine of a key stands, in state.
 *
 * @param state the name of a state that is neither initial nor terminal
 * @param since the instant (ms) at which it was entered; {@link Long#MIN_VALUE} if no timeout
 *     measures it
 * @param alarm the instant (ms) of the key's timer; {@link Long#MIN_VALUE} if there is none
 */
public record Standing(String state, long since, long alarm) {
  static final long NONE = Long.MIN_VALUE;

  Standing at(long instant) {
    return new Standing(state, instant, alarm);
  }

  Standing withAlarm(long instant) {
    return instant == alarm ? this : new Standing(state, since, instant);
  }
}
