package io.drey.state.snapshot.keyed;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a state of a key is. */
public enum KeyedStateType {
  VALUE,
  LIST,
  MAP,
  REDUCING,
  AGGREGATING,
  TIMERS,
  /** Queues of something else than timers, which no version of Flink known here has. */
  QUEUE;

  /** The kind that a header's option names; null if there is none of that name. */
  static @Nullable KeyedStateType of(String option) {
    return switch (option) {
      case "VALUE" -> VALUE;
      case "LIST" -> LIST;
      case "MAP" -> MAP;
      case "REDUCING" -> REDUCING;
      case "AGGREGATING" -> AGGREGATING;
      default -> null;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
