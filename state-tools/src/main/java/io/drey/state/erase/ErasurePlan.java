// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.erase;

import io.drey.state.migration.apply.Limits;
import io.drey.state.migration.check.OperatorStates;
import io.drey.state.migration.check.ResolvedOperator;
import io.drey.state.rewrite.StateResult;
import io.drey.state.rewrite.edit.OperatorEdit;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be erased from a snapshot.
 *
 * @param parts all operators
 * @param unread the states that cannot be looked into
 */
public record ErasurePlan(List<Part> parts, List<Unread> unread) {
  /**
   * An operator.
   *
   * @param states empty if it is not looked at
   */
  public record Part(OperatorSnapshot operator, OperatorStates states, OperatorEdit edit) {}

  /**
   * Plans an erasure.
   *
   * @param operators the operators to look at
   */
  public static ErasurePlan of(
      SnapshotFiles files, List<OperatorSnapshot> operators, Erasure erasure) {
    List<Part> parts = new ArrayList<>();
    List<Unread> unread = new ArrayList<>();
    for (OperatorSnapshot operator : files.metadata().operators()) {
      boolean isLookedAt = operators.stream().anyMatch(each -> each.id().equals(operator.id()));
      OperatorStates states = isLookedAt ? OperatorStates.of(files, operator) : OperatorStates.NONE;
      if (isLookedAt) {
        unread.addAll(Unread.of(operator, states, erasure.usesValues()));
      }
      parts.add(
          new Part(
              operator,
              states,
              isLookedAt ? erasure.of(operator, states) : OperatorEdit.none(operator)));
    }
    return new ErasurePlan(parts, unread);
  }

  /** The type of an operator's keys; empty if it has none. */
  public String keyOf(OperatorId id) {
    return parts.stream()
        .filter(part -> part.operator().id().equals(id))
        .map(part -> part.states().key())
        .filter(Objects::nonNull)
        .map(ValueType::text)
        .findFirst()
        .orElse("");
  }

  /** What becomes of each operator, as far as it is known. */
  public List<OperatorEdit> edits() {
    return parts.stream().map(Part::edit).toList();
  }

  /**
   * Returns what becomes of each operator, of which only those change that something is erased
   * from.
   *
   * @param results what the edits would do
   * @throws io.drey.state.rewrite.edit.RefusedException if it might leave other states wrong
   */
  public List<OperatorEdit> needed(List<StateResult> results) {
    Set<String> changed =
        results.stream()
            .filter(result -> result.removed() > 0)
            .map(result -> result.operator().hash())
            .collect(Collectors.toSet());
    List<OperatorEdit> needed = new ArrayList<>();
    for (Part part : parts) {
      boolean isChanged = changed.contains(part.operator().id().hash());
      if (isChanged) {
        Limits.checkContract(resolved(part));
      }
      needed.add(isChanged ? part.edit() : OperatorEdit.none(part.operator()));
    }
    return needed;
  }

  private static ResolvedOperator resolved(Part part) {
    OperatorSnapshot operator = part.operator();
    return new ResolvedOperator(
        operator, operator.id(), operator.maxParallelism(), null, part.states(), Map.of());
  }
}
