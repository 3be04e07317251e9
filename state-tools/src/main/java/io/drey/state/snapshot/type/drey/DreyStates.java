package io.drey.state.snapshot.type.drey;

import io.drey.state.snapshot.type.LogicalType;
import io.drey.state.snapshot.type.LogicalType.Meaning;
import io.drey.state.snapshot.type.ValueType;
import java.util.Set;

/** The meanings of the states of steps of pipeline files, by state name. */
public final class DreyStates {
  private static final Set<String> INSTANTS =
      Set.of(
          "earlier-times",
          "event-timers",
          "last-at",
          "newest-at",
          "processing-timers",
          "run-at",
          "seen-at",
          "ttl-timer");
  private static final Set<String> INSTANTS_TO_VALUES = Set.of("buffered", "windows");
  private static final Set<String> TEXTS_OF_JSON = Set.of("entries", "newer-key", "older-key");

  private DreyStates() {}

  /** Returns the type of a step's keys, which are strings of JSON. */
  public static ValueType key(ValueType type) {
    return LogicalType.of(type, Meaning.JSON);
  }

  /** Returns the type of the keys of a map state. */
  public static ValueType mapKey(String state, ValueType type) {
    return INSTANTS_TO_VALUES.contains(state) ? LogicalType.of(type, Meaning.INSTANT) : type;
  }

  /** Returns the type of values. */
  public static ValueType value(String state, ValueType type) {
    if (INSTANTS.contains(state)) {
      return LogicalType.of(type, Meaning.INSTANT);
    }
    return TEXTS_OF_JSON.contains(state) ? LogicalType.of(type, Meaning.JSON) : type;
  }
}
