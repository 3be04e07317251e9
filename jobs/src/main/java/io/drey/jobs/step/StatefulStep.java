package io.drey.jobs.step;

import io.drey.jobs.option.OptionProblem;
import io.drey.operators.event.KeyPaths;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step that remembers something, per key or of all events. */
public interface StatefulStep extends Step {
  /** What the uid of the operator that reads keys ends with. */
  String KEY_UID = "-key";

  /** What the uid of the operator that puts events together before an exchange ends with. */
  String LOCAL_UID = "-local";

  /** What the uid of a sorter ends with. */
  String ORDER_UID = "-order";

  /** Null for a step that does not tell events apart. */
  @Nullable KeyPaths key();

  Order order();

  /**
   * What it adds to its id for the uids of operators beside its own, in the order events may meet
   * them.
   */
  List<String> uidSuffixes();

  /** Those of them that it needs to put events in order. */
  default List<String> uidSuffixesToSort() {
    return List.of(ORDER_UID);
  }

  /** About how many keys are kept at most; null for any number. */
  @Nullable Integer maxKeys();

  /** Whether its rule bounds its state; if nothing does, {@code validate} warns. */
  boolean isBounded();

  /** How its state grows if nothing bounds it, for that warning. */
  default String growth() {
    return "it grows with every new key";
  }

  /** Whether a rule of it measures durations, so that events need a time. */
  boolean needsTime();

  /** What is odd in its options where time is that of the events; {@code validate} warns of it. */
  default List<OptionProblem> eventTimeWarnings() {
    return List.of();
  }

  /** Whether its result depends on the order of a key's events. */
  boolean isOrderSensitive();

  /**
   * Whether every subtask gathers what it sees before events are exchanged, so that no order of
   * theirs and no single subtask matters.
   */
  boolean gathersLocally();
}
