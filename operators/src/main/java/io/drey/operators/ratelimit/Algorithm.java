package io.drey.operators.ratelimit;

import java.util.Locale;

/** How the events of a time span are counted. */
public enum Algorithm {
  /** In windows that follow one another from the epoch. */
  FIXED_WINDOW,
  /** In the span that ends with each event. */
  SLIDING_WINDOW,
  /** By tokens that events use up and time brings back. */
  TOKEN_BUCKET;

  /** Its name in messages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
