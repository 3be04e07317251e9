// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import io.drey.operators.rule.Condition;

/**
 * Recognizes requests and responses, and creates the results.
 *
 * <p>If a function throws {@link io.drey.operators.rule.InvalidEventException}, the event goes to
 * the side output for invalid events and changes nothing.
 *
 * @param <T> the events, requests and responses alike
 * @param <R> the pairs
 * @param <U> the unmatched events
 */
public interface Exchange<T, R, U> extends Pairing<T, R> {
  /** The role of an event; called once per event. */
  Role roleOf(T event);

  /**
   * Reduces a request to what state holds of it while it waits. {@link #pair} and {@link
   * #unmatched} get the reduced request, whether it had to wait or not.
   */
  default T reduced(T request) {
    return request;
  }

  /**
   * Converts an unmatched request, as reduced by {@link #reduced}, or an unmatched response to the
   * result.
   */
  U unmatched(T event, UnmatchedReason reason);

  /**
   * An exchange with a predicate for each role; unmatched events are emitted unchanged, with the
   * reason.
   *
   * @param response the predicate for responses; an event that is both is a request
   */
  static <T, R> Exchange<T, R, Unmatched<T>> of(
      Condition<T> request, Condition<T> response, Pairing<T, R> pairing) {
    return new Exchange<>() {
      private static final long serialVersionUID = 1L;

      @Override
      public Role roleOf(T event) {
        if (request.holds(event)) {
          return Role.REQUEST;
        }
        return response.holds(event) ? Role.RESPONSE : Role.OTHER;
      }

      @Override
      public R pair(T asked, T answer, long durationMillis) {
        return pairing.pair(asked, answer, durationMillis);
      }

      @Override
      public Unmatched<T> unmatched(T event, UnmatchedReason reason) {
        return new Unmatched<>(event, reason);
      }
    };
  }
}
