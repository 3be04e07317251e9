package io.drey.state.plan;

import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether a serializer takes what another one wrote, by the rules of Flink 2.3, told from their
 * snapshots alone. Where its answer depends on the state backend it is the strictest; where Flink
 * takes bytes of another layout for its own, it is incompatible.
 *
 * @param differences none if the types are the same
 */
record Compatibility(List<TypeDifference> differences) {
  static final Compatibility NONE = new Compatibility(List.of());

  /** Of the types of values. */
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

  /** The same where nothing beyond a level is borne. */
  Compatibility atMost(Level bearable, String why) {
    return new Compatibility(
        differences.stream()
            .map(
                each ->
                    each.level().isAtMost(bearable)
                        ? each
                        : TypeDifference.of(each.place(), Level.INCOMPATIBLE, each.why() + why))
            .toList());
  }

  /** The differences that decide. */
  List<TypeDifference> decisive() {
    return differences.stream().filter(each -> each.level() == level()).toList();
  }

  String why() {
    return decisive().stream().map(TypeDifference::toString).collect(Collectors.joining("; "));
  }
}
