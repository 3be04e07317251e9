// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.check;

import io.drey.state.migration.RowVariable;
import io.drey.state.migration.Transform.Kind;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.operator.OperatorState;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a state depends on.
 *
 * @param kind the kind as it is shown
 * @param values the kind among which states can be changed; null if this one cannot
 * @param isKeyed whether it is keyed state
 * @param hasTtl whether it has a TTL
 * @param value the type of a value, an element or a map's value, without its TTL
 * @param variables what expressions see of its entries
 */
record StateTraits(
    String kind,
    @Nullable Kind values,
    boolean isKeyed,
    boolean hasTtl,
    ValueType value,
    Set<RowVariable> variables) {
  static StateTraits of(KeyedState state) {
    Set<RowVariable> variables =
        EnumSet.of(RowVariable.OPERATOR, RowVariable.STATE, RowVariable.KEY, RowVariable.VALUE);
    if (state.kind() == KeyedStateType.MAP) {
      variables.add(RowVariable.MAP_KEY);
    }
    if (!state.namespace().isNothing()) {
      variables.add(RowVariable.NAMESPACE);
    }
    if (state.hasTtl()) {
      variables.add(RowVariable.TTL);
    }
    ValueType value = state.value() instanceof TtlType ttl ? ttl.value() : state.value();
    return new StateTraits(
        state.kind().toString(), kind(state.kind()), true, state.hasTtl(), value, variables);
  }

  private static @Nullable Kind kind(KeyedStateType kind) {
    return switch (kind) {
      case VALUE -> Kind.VALUE;
      case LIST -> Kind.LIST;
      case MAP -> Kind.MAP;
      case REDUCING, AGGREGATING, TIMERS, QUEUE, UNKNOWN -> null;
    };
  }

  /**
   * What expressions see of a whole list or map, whose entries have keys and times of their own.
   */
  Set<RowVariable> variablesOfWhole() {
    Set<RowVariable> whole = EnumSet.copyOf(variables);
    if (values == Kind.LIST || values == Kind.MAP) {
      whole.removeAll(EnumSet.of(RowVariable.MAP_KEY, RowVariable.TTL));
    }
    return whole;
  }

  static StateTraits of(OperatorState state) {
    Set<RowVariable> variables =
        EnumSet.of(RowVariable.OPERATOR, RowVariable.STATE, RowVariable.VALUE);
    if (state.isBroadcast()) {
      variables.add(RowVariable.MAP_KEY);
    }
    return new StateTraits("operator", null, false, false, state.value(), variables);
  }
}
