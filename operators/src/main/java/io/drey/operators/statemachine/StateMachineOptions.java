package io.drey.operators.statemachine;

import io.drey.operators.rule.KeyedSettings;
import java.io.Serializable;

/**
 * How {@link StateMachine} follows the states of keys.
 *
 * @param definition the states and what moves the machine
 * @param emit which events leave by the main output
 * @param settings what it has in common with other keyed operators
 */
public record StateMachineOptions(
    StateMachineDefinition definition, Emit emit, KeyedSettings settings) implements Serializable {
  /** All events are emitted, in event time. */
  public static StateMachineOptions of(StateMachineDefinition definition) {
    return new StateMachineOptions(definition, Emit.ALL, KeyedSettings.EVENT_TIME);
  }

  /** The same with other events on the main output. */
  public StateMachineOptions emitting(Emit which) {
    return new StateMachineOptions(definition, which, settings);
  }

  /** The same with other settings. */
  public StateMachineOptions with(KeyedSettings other) {
    return new StateMachineOptions(definition, emit, other);
  }
}
