// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kind of a keyed state. */
public enum KeyedStateType {
  VALUE,
  LIST,
  MAP,
  REDUCING,
  AGGREGATING,
  TIMERS,
  /** Priority queues other than timers, which no known version of Flink has. */
  QUEUE,
  /** All states of a file that its header does not tell apart, for lack of a job's class. */
  UNKNOWN;

  /** Returns the kind that a header's option names; null if there is none of that name. */
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
