package io.drey.operators.correlate;

import java.io.Serializable;

/** Makes one result of a request and its response. */
@FunctionalInterface
public interface Pairing<T, R> extends Serializable {
  /**
   * Joins the two.
   *
   * @param durationMillis from the request to the response; negative, within the skew, where the
   *     response has the earlier time
   */
  R pair(T request, T response, long durationMillis);
}
