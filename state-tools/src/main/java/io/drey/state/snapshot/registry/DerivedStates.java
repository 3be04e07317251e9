// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import io.drey.operators.StateCatalog;
import io.drey.operators.meaning.Derivation;
import io.drey.operators.meaning.Derived;
import io.drey.operators.meaning.EntryTimers;
import io.drey.operators.meaning.KeyForm;
import io.drey.operators.meaning.OperatorMarker;
import io.drey.operators.meaning.StateMeaning;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The states of one operator that tell of others of it, as its marker and the declared states say.
 *
 * @param marker null if the operator is not one of Drey's
 * @param byName what each of them tells
 * @param timers of the entries of map states
 */
public record DerivedStates(
    @Nullable OperatorMarker marker, Map<String, Derived> byName, List<EntryTimers> timers) {
  private static final List<String> TIMERS =
      List.of("_timer_state/event_", "_timer_state/processing_");

  /** Returns those of an operator with a marker. */
  public static DerivedStates of(@Nullable OperatorMarker marker) {
    if (marker == null) {
      return new DerivedStates(null, Map.of(), List.of());
    }
    Map<String, Derived> byName = new LinkedHashMap<>(declared(StateCatalog.COMMON));
    Class<?> own = declaring(marker);
    if (own == null) {
      return new DerivedStates(marker, byName, List.of());
    }
    byName.putAll(declared(own));
    EntryTimers timers = own.getAnnotation(EntryTimers.class);
    return new DerivedStates(marker, byName, timers == null ? List.of() : List.of(timers));
  }

  private static Map<String, Derived> declared(Class<?> states) {
    Map<String, Derived> declared = new LinkedHashMap<>();
    for (Method method : states.getDeclaredMethods()) {
      Derived derived = method.getAnnotation(Derived.class);
      if (derived != null) {
        StateMeaning meaning = Objects.requireNonNull(method.getAnnotation(StateMeaning.class));
        declared.put(meaning.state(), derived);
      }
    }
    return declared;
  }

  private static @Nullable Class<?> declaring(OperatorMarker marker) {
    return StateCatalog.classes().stream()
        .filter(states -> states.getSimpleName().equals(marker.states()))
        .findFirst()
        .orElse(null);
  }

  /**
   * The name of the class that declares the operator's states; empty if it is not one of Drey's.
   */
  public String states() {
    return marker == null ? "" : marker.states();
  }

  /** Whether it is known what the operator's states tell of one another. */
  public boolean areKnown() {
    return marker == null || declaring(marker) != null;
  }

  /** Whether the operator's keys stand for the key groups of one max parallelism. */
  public boolean hasGroupKeys() {
    return marker != null && marker.keys() == KeyForm.KEY_GROUP;
  }

  /** What a state tells; null if it tells nothing of others. */
  public @Nullable Derivation derivation(String state) {
    Derived derived = byName.get(state);
    return derived == null ? null : derived.value();
  }

  /** The name of the map state whose entries have the timers of a state; null if it has others. */
  public @Nullable String entriesWithTimers(String state) {
    for (EntryTimers entryTimers : timers) {
      if (TIMERS.stream().anyMatch(prefix -> state.equals(prefix + entryTimers.service()))) {
        return entryTimers.from();
      }
    }
    return null;
  }
}
