// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An operator that one or both snapshots have.
 *
 * @param name its uid if one of them knows it, else its hash
 */
record OperatorPair(String name, @Nullable OperatorSnapshot from, @Nullable OperatorSnapshot to) {
  /** Pairs all operators. A uid always has the same hash, so operators are paired by hash. */
  static List<OperatorPair> of(List<OperatorSnapshot> from, List<OperatorSnapshot> to) {
    Map<String, OperatorSnapshot> left = byHash(from);
    Map<String, OperatorSnapshot> right = byHash(to);
    return Stream.concat(left.keySet().stream(), right.keySet().stream())
        .distinct()
        .map(hash -> of(left.get(hash), right.get(hash), hash))
        .sorted(Comparator.comparing(OperatorPair::name))
        .toList();
  }

  private static OperatorPair of(
      @Nullable OperatorSnapshot from, @Nullable OperatorSnapshot to, String hash) {
    String name =
        Stream.of(from, to)
            .flatMap(Stream::ofNullable)
            .map(OperatorSnapshot::id)
            .map(OperatorId::uid)
            .flatMap(Stream::ofNullable)
            .findFirst()
            .orElse(hash);
    return new OperatorPair(name, from, to);
  }

  private static Map<String, OperatorSnapshot> byHash(List<OperatorSnapshot> operators) {
    Map<String, OperatorSnapshot> byHash = new HashMap<>();
    operators.forEach(operator -> byHash.put(operator.id().hash(), operator));
    return byHash;
  }

  /** Whether it was added or removed; null if both sides have it. */
  @Nullable ChangeType change() {
    return from == null ? ChangeType.ADDED : to == null ? ChangeType.REMOVED : null;
  }
}
