// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import io.drey.operators.StateCatalog;
import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.OperatorMarker;
import io.drey.operators.meaning.StateMeaning;
import io.drey.state.snapshot.type.LogicalType;
import io.drey.state.snapshot.type.NamedTuple;
import io.drey.state.snapshot.type.ValueType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the states of one operator stand for, as its marker and the declared states tell. */
public final class StateMeanings {
  /** By the simple name of the declaring class, then by state. */
  private static final Map<String, Map<String, StateMeaning>> DECLARED = new HashMap<>();

  private static final StateMeanings NONE = new StateMeanings(Map.of(), false);

  static {
    for (Class<?> states : StateCatalog.classes()) {
      Map<String, StateMeaning> declared = new HashMap<>();
      for (Method method : states.getDeclaredMethods()) {
        StateMeaning meaning = method.getAnnotation(StateMeaning.class);
        if (meaning != null) {
          declared.put(meaning.state(), meaning);
        }
      }
      DECLARED.put(states.getSimpleName(), declared);
    }
  }

  private final Map<String, StateMeaning> states;
  private final boolean hasJsonKeys;

  private StateMeanings(Map<String, StateMeaning> states, boolean hasJsonKeys) {
    this.states = states;
    this.hasJsonKeys = hasJsonKeys;
  }

  /** Returns what an operator's states stand for; without a marker it is not one of Drey's. */
  public static StateMeanings of(@Nullable OperatorMarker marker) {
    if (marker == null) {
      return NONE;
    }
    Map<String, StateMeaning> states =
        new HashMap<>(DECLARED.getOrDefault(StateCatalog.COMMON.getSimpleName(), Map.of()));
    states.putAll(DECLARED.getOrDefault(marker.states(), Map.of()));
    return new StateMeanings(states, marker.hasJsonKeys());
  }

  /** Returns the type of the operator's keys with its meaning. */
  public ValueType key(ValueType type) {
    return with(Meaning.KEY, type);
  }

  /** Returns the type of a map state's keys with its meaning. */
  public ValueType mapKey(String state, ValueType type) {
    StateMeaning meaning = states.get(state);
    return meaning == null ? type : with(meaning.mapKey(), type);
  }

  /** Returns the type of a state's values with its meaning. */
  public ValueType value(String state, ValueType type) {
    StateMeaning meaning = states.get(state);
    if (meaning == null) {
      return type;
    }
    return meaning.parts().length == 0
        ? with(meaning.value(), type)
        : NamedTuple.of(type, List.of(meaning.parts()), resolved(meaning.value()));
  }

  private ValueType with(Meaning meaning, ValueType type) {
    return LogicalType.of(type, resolved(meaning));
  }

  private Meaning resolved(Meaning meaning) {
    if (meaning != Meaning.KEY) {
      return meaning;
    }
    return hasJsonKeys ? Meaning.JSON : Meaning.PLAIN;
  }
}
