// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.jobs.option.OptionProblem;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.rule.Uids;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step with state, per key or for all events. */
public interface StatefulStep extends Step {
  /** The key; null for a step without one. */
  @Nullable KeyPaths key();

  Order order();

  /**
   * The suffixes of the uids of the operators around its own, in the order in which events pass
   * them.
   */
  List<String> uidSuffixes();

  /** Those of them that exist only to sort events. */
  default List<String> uidSuffixesToSort() {
    return List.of(Uids.ORDER);
  }

  /** Roughly the number of keys to keep; null for no limit. */
  @Nullable Integer maxKeys();

  /** Whether its rule bounds its state; if nothing does, {@code validate} warns. */
  boolean isBounded();

  /** How its state grows if nothing bounds it, for the text of that warning. */
  default String growth() {
    return "it grows with every new key";
  }

  /** Whether it measures durations, so that events need timestamps. */
  default boolean needsTime() {
    return false;
  }

  /** What is questionable in its options in event time; {@code validate} warns about it. */
  default List<OptionProblem> eventTimeWarnings() {
    return List.of();
  }

  /** Whether its result depends on the order of a key's events. */
  default boolean isOrderSensitive() {
    return true;
  }

  /**
   * Whether every subtask aggregates locally before the exchange, so that neither the order of
   * events nor a single subtask matters.
   */
  default boolean gathersLocally() {
    return false;
  }

  @Override
  default StatefulStep stateful() {
    return this;
  }
}
