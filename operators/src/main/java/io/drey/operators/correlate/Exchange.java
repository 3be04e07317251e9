package io.drey.operators.correlate;

import io.drey.operators.rule.Condition;

/**
 * What requests and responses are, and what is made of them.
 *
 * <p>A function that throws {@link io.drey.operators.rule.InvalidEventException} sends the event
 * that is being handled to the output of invalid ones, and nothing else happens.
 *
 * @param <T> the events, requests and responses alike
 * @param <R> the pairs
 * @param <U> what leaves without its other half
 */
public interface Exchange<T, R, U> extends Pairing<T, R> {
  /** What an event is; asked once of each. */
  Role roleOf(T event);

  /**
   * What is kept of a request while it waits, and what {@link #pair} and {@link #unmatched} see of
   * it, whether it had to wait or not.
   */
  default T kept(T request) {
    return request;
  }

  /** The form in which a request, as it was {@link #kept}, or a response leaves unmatched. */
  U unmatched(T event, UnmatchedReason reason);

  /**
   * The exchange of events that one can ask what they are; unmatched ones leave as they came, with
   * the reason beside them.
   *
   * @param response what a response is; one that is a request too is a request
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
