package io.drey.operators.sessionize;

import java.util.Locale;

/** Why a session is over. */
public enum CloseReason {
  /** Its end event came. */
  END,
  /** No event came for a gap. */
  GAP,
  /** It has lasted as long as a session may. */
  MAX_DURATION,
  /** It has as many events as a session may. */
  MAX_EVENTS,
  /** The start event of another came. */
  RESTART,
  /** The input ended, and no time would have ended it. */
  END_OF_INPUT,
  /** Its key was given up. */
  EVICTED;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The reason as outputs have it: {@code max-duration}. */
  public String word() {
    return word;
  }
}
