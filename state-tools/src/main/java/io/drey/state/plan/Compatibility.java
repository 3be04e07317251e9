// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether a serializer can read what another one wrote, by the rules of Flink 2.3, judged by their
 * snapshots alone. Where state backends differ, the strictest one decides; where Flink would
 * misread bytes of another layout as its own, the verdict is incompatible.
 *
 * @param differences none if the types are the same
 */
record Compatibility(List<TypeDifference> differences) {
  static final Compatibility NONE = new Compatibility(List.of());

  /** Compares the types of values. */
  static Compatibility of(ValueType old, ValueType changed) {
    return of(Place.VALUE, old, changed);
  }

  static Compatibility of(Place place, ValueType old, ValueType changed) {
    return new Compatibility(TypeComparison.differences(place, old, changed));
  }

  Level level() {
    return differences.stream()
        .map(TypeDifference::level)
        .max(Comparator.naturalOrder())
        .orElse(Level.AS_IS);
  }

  Compatibility and(Compatibility other) {
    List<TypeDifference> all = new ArrayList<>(differences);
    all.addAll(other.differences);
    return new Compatibility(all);
  }

  Compatibility and(TypeDifference difference) {
    return and(new Compatibility(List.of(difference)));
  }

  /** Returns this with everything beyond a level made incompatible. */
  Compatibility atMost(Level bearable, String why) {
    return new Compatibility(
        differences.stream()
            .map(
                each ->
                    each.level().isAtMost(bearable) || each.level() == Level.UNKNOWN
                        ? each
                        : TypeDifference.of(each.place(), Level.INCOMPATIBLE, each.why() + why))
            .toList());
  }

  /** Returns the differences that decide the level. */
  List<TypeDifference> decisive() {
    return differences.stream().filter(each -> each.level() == level()).toList();
  }

  String why() {
    return decisive().stream().map(TypeDifference::toString).collect(Collectors.joining("; "));
  }
}
