// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * An event and what it did to the machine of its key.
 *
 * @param from the state before it
 * @param to the state after it
 * @param isViolation whether {@code from} has no transition for the symbol
 * @param expected for a violation, the symbols that {@code from} allows, sorted
 */
public record Transition<T>(
    T event, String from, String to, boolean isViolation, List<String> expected) {

  static <T> Transition<T> of(T event, String from, String to, @Nullable List<String> expected) {
    return new Transition<>(
        event, from, to, expected != null, expected == null ? List.of() : expected);
  }

  /** The type of transitions by events of a type. */
  public static <T> TypeInformation<Transition<T>> type(TypeInformation<T> event) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type argument
    Class<Transition<T>> transition = (Class) Transition.class;
    return Types.POJO(
        transition,
        Map.of(
            "event",
            event,
            "from",
            Types.STRING,
            "to",
            Types.STRING,
            "isViolation",
            Types.BOOLEAN,
            "expected",
            Types.LIST(Types.STRING)));
  }
}
