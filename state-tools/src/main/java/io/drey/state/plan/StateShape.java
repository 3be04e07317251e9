// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import io.drey.operators.rule.DefinitionState;
import io.drey.state.migration.value.TypeText;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.metadata.OperatorHandle.Mode;
import io.drey.state.snapshot.operator.OperatorState;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A state without its entries: its kind and types.
 *
 * @param kind the kind, as it is shown
 * @param key the type of its operator's keys; null in operator state
 * @param namespace null in operator state
 * @param mapKey null if it is not a map
 * @param value the type of a value, an element, or a map's value; includes the TTL, if there is one
 */
record StateShape(
    String name,
    String kind,
    @Nullable ValueType key,
    @Nullable ValueType namespace,
    @Nullable ValueType mapKey,
    ValueType value) {
  private static final String BROADCAST = "broadcast map";

  static StateShape of(KeyedState state) {
    return new StateShape(
        state.name(),
        state.kind().toString(),
        state.key(),
        state.namespace(),
        state.mapKey(),
        state.value());
  }

  static StateShape of(OperatorState state) {
    return ofOperator(state.name(), state.mode(), state.mapKey(), state.value());
  }

  static StateShape ofOperator(
      String name, Mode mode, @Nullable ValueType mapKey, ValueType value) {
    String kind =
        switch (mode) {
          case SPLIT_DISTRIBUTE -> "operator list";
          case UNION -> "union list";
          case BROADCAST -> BROADCAST;
        };
    return new StateShape(name, kind, null, null, mapKey, value);
  }

  boolean isKeyed() {
    return key != null;
  }

  boolean isTimers() {
    return kind.equals(KeyedStateType.TIMERS.toString());
  }

  /** Whether an operator of Drey's records there what its state is of use for. */
  boolean isDefinition() {
    return name.equals(DefinitionState.NAME) && kind.equals(BROADCAST);
  }

  boolean hasTtl() {
    return value instanceof TtlType;
  }

  /** The type of the whole state, if a migration plan can name it; else null. */
  @Nullable String typeText() {
    String text =
        switch (kind) {
          case "list" -> "List<" + value.text() + ">";
          case "map" -> "Map<" + (mapKey == null ? "?" : mapKey.text()) + ", " + value.text() + ">";
          default -> value.text();
        };
    return TypeText.isType(text) ? text : null;
  }

  /** The type of a value without its TTL. */
  ValueType bareValue() {
    return value instanceof TtlType ttl ? ttl.value() : value;
  }

  /** Whether the other state is the same except for its name. */
  boolean isLike(StateShape other) {
    return kind.equals(other.kind)
        && StateComparison.of(this, other, Backend.STRICTEST).level().isAtMost(Level.RECONFIGURED);
  }
}
