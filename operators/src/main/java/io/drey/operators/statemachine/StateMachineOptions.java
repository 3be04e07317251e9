// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import io.drey.operators.rule.KeyedSettings;
import java.io.Serializable;

/**
 * The options of {@link StateMachine}.
 *
 * @param definition the states and transitions
 * @param emit which events the main output emits
 * @param settings the time domain and the maximum number of keys
 */
public record StateMachineOptions(
    StateMachineDefinition definition, Emit emit, KeyedSettings settings) implements Serializable {
  /** All events are emitted, in event time. */
  public static StateMachineOptions of(StateMachineDefinition definition) {
    return new StateMachineOptions(definition, Emit.ALL, KeyedSettings.EVENT_TIME);
  }

  /** A copy that emits other events to the main output. */
  public StateMachineOptions emitting(Emit which) {
    return new StateMachineOptions(definition, which, settings);
  }

  /** A copy with other settings. */
  public StateMachineOptions with(KeyedSettings other) {
    return new StateMachineOptions(definition, emit, other);
  }
}
