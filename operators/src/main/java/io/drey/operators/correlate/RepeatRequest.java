package io.drey.operators.correlate;

/** What becomes of requests where a second one of their key comes before the response. */
public enum RepeatRequest {
  /** Those before it leave, unmatched. */
  REPLACE,
  /** It leaves itself, unmatched. */
  KEEP,
  /** All stay; the first arrived is the first to find a response. */
  QUEUE
}
