// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.type.ValueType;
import org.jspecify.annotations.Nullable;

/** Whether Flink would restore one state as another. */
final class StateComparison {
  private static final String RESTART = " (as if every value was written at the restart)";

  private StateComparison() {}

  static Compatibility of(StateShape old, StateShape changed, Backend backend) {
    if (!old.kind().equals(changed.kind())) {
      String why = old.kind() + " became " + changed.kind();
      return Compatibility.NONE.and(TypeDifference.of(Place.STATE, Level.INCOMPATIBLE, why));
    }
    Compatibility keys =
        asIs(Place.KEY, old.key(), changed.key())
            .and(asIs(Place.NAMESPACE, old.namespace(), changed.namespace()));
    return old.isTimers() ? keys : keys.and(values(old, changed, backend));
  }

  /** Compares keys or namespaces, which Flink never migrates. */
  static Compatibility asIs(Place place, @Nullable ValueType old, @Nullable ValueType changed) {
    return old == null || changed == null
        ? Compatibility.NONE
        : Compatibility.of(place, old, changed)
            .atMost(Level.RECONFIGURED, ", and " + place.shown() + "s are not migrated");
  }

  private static Compatibility values(StateShape old, StateShape changed, Backend backend) {
    Place place = old.kind().endsWith("list") ? Place.ELEMENT : Place.VALUE;
    Compatibility values = Compatibility.of(place, old.bareValue(), changed.bareValue());
    if (old.hasTtl() != changed.hasTtl()) {
      String why = changed.hasTtl() ? "TTL was enabled" + RESTART : "TTL was disabled";
      values = values.and(TypeDifference.of(Place.STATE, Level.MIGRATED, why));
    }
    return mapKeys(old, changed, values, backend).and(values);
  }

  /** RocksDB migrates values but not map keys, and no values if map keys differ in any way. */
  private static Compatibility mapKeys(
      StateShape old, StateShape changed, Compatibility values, Backend backend) {
    if (old.mapKey() == null || changed.mapKey() == null) {
      return Compatibility.NONE;
    }
    Compatibility keys = Compatibility.of(Place.MAP_KEY, old.mapKey(), changed.mapKey());
    if (backend == Backend.HASHMAP || !old.kind().equals(KeyedStateType.MAP.toString())) {
      return keys;
    }
    return values.level() == Level.MIGRATED
        ? keys.atMost(Level.AS_IS, ", and RocksDB then cannot migrate values")
        : keys.atMost(Level.RECONFIGURED, ", and RocksDB cannot migrate map keys");
  }
}
