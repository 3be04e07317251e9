package io.drey.operators.statemachine;

import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * What leaves a {@link StateMachine}, and its types.
 *
 * @param marker makes the result of an event
 * @param timeouts makes the result of a timeout
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
