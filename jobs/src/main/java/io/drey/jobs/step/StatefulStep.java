// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.jobs.option.Change;
import io.drey.jobs.option.OptionProblem;
import io.drey.jobs.option.OptionValues;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.rule.Definition;
import io.drey.operators.rule.Uids;
import java.util.List;
import org.apache.flink.streaming.api.TimeDomain;
import org.jspecify.annotations.Nullable;

/** A step with state, per key or for all events. */
public interface StatefulStep extends Step {
  /** The key; null for a step without one. */
  @Nullable KeyPaths key();

  Order order();

  /** The record of its options. */
  default Record declared() {
    return (Record) this;
  }

  /** Whether its state is of no use once events have another kind of time. */
  default boolean breaksWithTime() {
    return needsTime();
  }

  /**
   * What its state is of use for, so that it refuses the state of another definition; null if its
   * operator records none.
   */
  default @Nullable Definition definition(TimeDomain time) {
    KeyPaths key = key() == null ? KeyPaths.NONE : key();
    Definition definition = Definition.ofKey(key.fields().stream().map(FieldPath::text).toList());
    if (breaksWithTime()) {
      String clock = time == TimeDomain.EVENT_TIME ? "event time" : "processing time";
      definition = definition.with(Definition.BREAKS, "time", clock);
    }
    definition = definition.with(Definition.BREAKS, OptionValues.of(declared(), Change.BREAKS));
    return definition.with(Definition.RESTARTS, OptionValues.of(declared(), Change.RESTARTS));
  }

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
