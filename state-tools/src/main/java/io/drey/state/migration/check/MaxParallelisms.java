// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.check;

import io.drey.jobs.yaml.Problems;
import io.drey.operators.rule.Uids;
import io.drey.state.migration.Placed;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The max parallelisms that a plan gives operators. Those of one step of Drey, such as that of
 * {@code kv} and its sorter, have the same: the plan need name only one of them. An operator that
 * the job keeps in one subtask, among others that can have more, has to be named.
 */
final class MaxParallelisms {
  private final @Nullable Placed<Integer> ofAll;
  private final Problems problems;
  private final boolean isOneForAll;
  private final Map<String, Placed<Integer>> byStep = new HashMap<>();
  private final Set<String> steps = new HashSet<>();

  /**
   * @param ofAll the one of all others; null if they keep theirs
   */
  MaxParallelisms(Metadata metadata, @Nullable Placed<Integer> ofAll, Problems problems) {
    this.ofAll = ofAll;
    this.problems = problems;
    this.isOneForAll =
        metadata.operators().stream().allMatch(operator -> operator.maxParallelism() == 1);
    for (OperatorSnapshot operator : metadata.operators()) {
      if (operator.marker() != null && operator.id().uid() != null) {
        steps.add(operator.id().uid());
      }
    }
  }

  void add(OperatorSnapshot operator, @Nullable Placed<Integer> wanted) {
    if (wanted == null) {
      return;
    }
    Placed<Integer> other = byStep.putIfAbsent(step(operator), wanted);
    if (other != null && !other.value().equals(wanted.value())) {
      problems.error(
          wanted.at(),
          wanted.path(),
          "Invalid max-parallelism: must be %d, as %s says of the same step, but was %d"
              .formatted(other.value(), other.path(), wanted.value()));
    }
  }

  /** Returns that of an operator; null if it keeps its own. */
  @Nullable Placed<Integer> of(OperatorSnapshot operator) {
    Placed<Integer> ofStep = byStep.get(step(operator));
    boolean isOfAll = operator.maxParallelism() > 1 || isOneForAll;
    return ofStep == null && isOfAll ? ofAll : ofStep;
  }

  /** The uid of the operator that a step is named for; of other operators what they are called. */
  private String step(OperatorSnapshot operator) {
    String uid = operator.id().toString();
    for (String suffix : Uids.SUFFIXES) {
      String step = uid.substring(0, Math.max(0, uid.length() - suffix.length()));
      if (uid.endsWith(suffix) && steps.contains(step)) {
        return step;
      }
    }
    return uid;
  }
}
