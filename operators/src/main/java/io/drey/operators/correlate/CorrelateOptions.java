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
 * @param skew how much earlier it may be, where clocks differ
 * @param repeatRequest what a second request does to those pending
 * @param responses how many responses a request may have
 * @param settings time and number of keys
 */
public record CorrelateOptions(
    Duration timeout,
    Duration skew,
    RepeatRequest repeatRequest,
    Responses responses,
    KeyedSettings settings)
    implements Serializable {
  public CorrelateOptions {
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

  /** One response a request, at most {@code timeout} later and never earlier. */
  public static CorrelateOptions within(Duration timeout) {
    return new CorrelateOptions(
        timeout, Duration.ZERO, RepeatRequest.REPLACE, Responses.ONE, KeyedSettings.EVENT_TIME);
  }

  /** The same for clocks that differ: a response may be this much earlier than its request. */
  public CorrelateOptions withSkew(Duration earlier) {
    return new CorrelateOptions(timeout, earlier, repeatRequest, responses, settings);
  }

  /** The same with the first of several requests staying. */
  public CorrelateOptions keepingFirst() {
    return new CorrelateOptions(timeout, skew, RepeatRequest.KEEP, responses, settings);
  }

  /** The same with all of several requests staying. */
  public CorrelateOptions queueing() {
    return new CorrelateOptions(timeout, skew, RepeatRequest.QUEUE, responses, settings);
  }

  /** The same with every response within the timeout pairing with the request. */
  public CorrelateOptions withManyResponses() {
    return new CorrelateOptions(timeout, skew, repeatRequest, Responses.MANY, settings);
  }

  /** The same with other settings. */
  public CorrelateOptions with(KeyedSettings other) {
    return new CorrelateOptions(timeout, skew, repeatRequest, responses, other);
  }
}
