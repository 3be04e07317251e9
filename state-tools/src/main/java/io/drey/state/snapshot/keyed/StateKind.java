package io.drey.state.snapshot.keyed;

import java.util.Locale;

/** What a state of a key is. */
public enum StateKind {
  VALUE,
  LIST,
  MAP,
  REDUCING,
  AGGREGATING,
  TIMERS,
  /** Of a kind that no version of Flink known here has. */
  UNKNOWN;

  /** The kind that a header's option names. */
  static StateKind of(String option) {
    return switch (option) {
      case "VALUE" -> VALUE;
      case "LIST" -> LIST;
      case "MAP" -> MAP;
      case "REDUCING" -> REDUCING;
      case "AGGREGATING" -> AGGREGATING;
      default -> UNKNOWN;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
