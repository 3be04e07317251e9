// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * The results of a {@link StateMachine}, and their types.
 *
 * @param marker creates the result for an event
 * @param timeouts creates the result for a timeout
 */
public record StateMachineResults<K, T, R, X>(
    StateMarker<T, R> marker,
    TypeInformation<R> type,
    TimeoutMarker<K, X> timeouts,
    TypeInformation<X> timeoutType)
    implements Serializable {
  /** Results as {@link Transition} and {@link StateTimeout}. */
  static <K, T> StateMachineResults<K, T, Transition<T>, StateTimeout<K>> records(
      TypeInformation<K> key, TypeInformation<T> event) {
    return new StateMachineResults<>(
        Transition::of, Transition.type(event), StateTimeout::of, StateTimeout.type(key));
  }
}
