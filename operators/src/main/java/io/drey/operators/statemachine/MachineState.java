// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.Means;

/**
 * The current state of a key's machine, in Flink state.
 *
 * @param state the name of the machine's state, which is neither initial nor terminal
 * @param since the instant (ms) at which it was entered; {@link Long#MIN_VALUE} if no timeout
 *     measures it
 * @param timer the instant (ms) of the key's timer; {@link Long#MIN_VALUE} if there is none
 */
public record MachineState(
    @Means(Meaning.PLAIN) String state,
    @Means(Meaning.INSTANT) long since,
    @Means(Meaning.INSTANT) long timer) {
  static final long NONE = Long.MIN_VALUE;

  MachineState at(long instant) {
    return new MachineState(state, instant, timer);
  }

  MachineState withTimer(long instant) {
    return instant == timer ? this : new MachineState(state, since, instant);
  }
}
