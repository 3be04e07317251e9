// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.operators.rule.DefinitionState;
import java.util.Locale;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * One state of a step: its permanent name and what bounds it.
 *
 * @param uid of the operator that owns it
 * @param descriptor its Flink descriptor: kind, types, and whether it has a TTL
 * @param valueType of a value, of a list's element or a map's value
 * @param isKeyed whether it is keyed state; else it is broadcast state if it is a map, or union
 *     list state
 * @param bound when an entry is freed
 */
public record StateContract(
    String uid,
    StateDescriptor<?, ?> descriptor,
    TypeInformation<?> valueType,
    boolean isKeyed,
    String bound) {
  /** The contract of keyed state with values of a type. */
  public static StateContract of(
      String uid, StateDescriptor<?, ?> state, TypeInformation<?> type, String bound) {
    return new StateContract(uid, state, type, true, bound);
  }

  /** The contract of union list state with elements of a type. */
  public static StateContract ofUnion(
      String uid, ListStateDescriptor<?> state, TypeInformation<?> type, String bound) {
    return new StateContract(uid, state, type, false, bound);
  }

  /** The contract of the broadcast state in which a step records its definition. */
  public static StateContract ofDefinition(String uid) {
    return new StateContract(
        uid, DefinitionState.definition(), Types.STRING, false, "as long as the step");
  }

  public String name() {
    return descriptor.getName();
  }

  /** Value, map or list. */
  public String kind() {
    return descriptor.getType().name().toLowerCase(Locale.ROOT);
  }

  /** The type of a value: its name, and for a record the fields in the savepoint. */
  public String typeText() {
    return TypeText.of(valueType);
  }
}
