// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import io.drey.operators.rule.Definition;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operator and the types of its states: of a savepoint, or of a job that has not started.
 *
 * @param key the type of its keys; null if it is not keyed
 * @param definition what its state is of use for; null if that is not known
 * @param states its states by name
 * @param input what it reads, or has read; null if it is no source, or that is not known
 * @param knowledge how much is known of its states
 */
record OperatorShape(
    OperatorId id,
    int parallelism,
    int maxParallelism,
    @Nullable ValueType key,
    @Nullable Definition definition,
    Map<String, StateShape> states,
    @Nullable SourceInput input,
    Knowledge knowledge) {
  /** How much is known of an operator's states. */
  enum Knowledge {
    /** All states are known, except timers. */
    ALL,
    /** There may be more states, which are registered when they are first used. */
    SOME,
    /** The states are managed by a source or sink. */
    NONE
  }

  @Override
  public String toString() {
    return id.toString();
  }

  /** Returns the states that are the operator's own: all but timers and its definition. */
  List<StateShape> declared() {
    return states.values().stream()
        .filter(state -> !state.isTimers() && !state.isDefinition())
        .toList();
  }
}
