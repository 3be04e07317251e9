// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import io.drey.operators.internal.Spans;
import io.drey.operators.rule.KeyedSettings;
import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;

/**
 * Which requests and responses {@link Correlate} pairs.
 *
 * @param timeout how much later than its request a response may be, to the millisecond
 * @param skew how much earlier it may be, to allow for clocks that differ
 * @param repeatRequest what a second request does to those pending
 * @param responses how many responses a request may have
 * @param settings the time domain and the maximum number of keys
 */
public record CorrelateOptions(
    Duration timeout,
    Duration skew,
    RepeatRequest repeatRequest,
    Responses responses,
    KeyedSettings settings)
    implements Serializable {
  public CorrelateOptions {
    check(timeout, skew, repeatRequest, responses);
  }

  /**
   * Checks options.
   *
   * @throws IllegalArgumentException if one is out of range, or many responses do not go with the
   *     repeat
   */
  public static void check(
      Duration timeout, Duration skew, RepeatRequest repeatRequest, Responses responses) {
    Spans.requireMillis("timeout", timeout);
    if (skew.isNegative()) {
      throw new IllegalArgumentException("Invalid skew: must not be negative but was " + skew);
    }
    if (responses == Responses.MANY && repeatRequest != RepeatRequest.REPLACE) {
      throw new IllegalArgumentException(
          "Invalid repeat-request: must be replace with responses many but was "
              + repeatRequest.name().toLowerCase(Locale.ROOT));
    }
  }

  /** One response per request, at most {@code timeout} later and never earlier. */
  public static CorrelateOptions within(Duration timeout) {
    return new CorrelateOptions(
        timeout, Duration.ZERO, RepeatRequest.REPLACE, Responses.ONE, KeyedSettings.EVENT_TIME);
  }

  /** A copy for clocks that differ: a response may be this much earlier than its request. */
  public CorrelateOptions withSkew(Duration earlier) {
    return new CorrelateOptions(timeout, earlier, repeatRequest, responses, settings);
  }

  /** A copy in which a pending request stays and repeated ones are unmatched. */
  public CorrelateOptions keepingFirst() {
    return new CorrelateOptions(timeout, skew, RepeatRequest.KEEP, responses, settings);
  }

  /** A copy in which all pending requests of a key stay. */
  public CorrelateOptions queueing() {
    return new CorrelateOptions(timeout, skew, RepeatRequest.QUEUE, responses, settings);
  }

  /** A copy in which every response within the timeout pairs with the request. */
  public CorrelateOptions withManyResponses() {
    return new CorrelateOptions(timeout, skew, repeatRequest, Responses.MANY, settings);
  }

  /** A copy with other settings. */
  public CorrelateOptions with(KeyedSettings other) {
    return new CorrelateOptions(timeout, skew, repeatRequest, responses, other);
  }
}
