// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.jobs.step.DeduplicateStep;
import io.drey.jobs.step.StateContract;
import io.drey.jobs.step.Step;
import io.drey.jobs.step.kv.KvStep;
import io.drey.operators.deduplicate.Keep;
import java.util.List;
import java.util.Set;

/** The rows of steps that name no state. */
final class StepRows {
  /** States whose values say all of a key, and that nothing frees. */
  private static final Set<String> ALONE = Set.of("last-number", "greatest-number", "count");

  private StepRows() {}

  /**
   * Returns what completes them.
   *
   * @param contracts of the step's own operator
   */
  static ShortRows of(Step step, boolean isInEventTime, List<StateContract> contracts) {
    StateContract first = contracts.get(0);
    if (step instanceof DeduplicateStep deduplicate
        && deduplicate.keep() == Keep.FIRST
        && deduplicate.countField() == null) {
      return new SeenKeys(
          first.name(),
          first.descriptor().getTtlConfig().isEnabled(),
          isInEventTime ? deduplicate.ttl() : null);
    }
    if (step instanceof KvStep store) {
      return new StoredRows(store.ttl(), isInEventTime);
    }
    return ALONE.contains(first.name())
        ? ShortRows.ofState(first.name())
        : ShortRows.none(contracts.stream().map(StateContract::name).toList());
  }
}
