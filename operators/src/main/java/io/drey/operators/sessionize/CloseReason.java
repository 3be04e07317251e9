// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sessionize;

import java.util.Locale;

/** Why a session closed. */
public enum CloseReason {
  /** Its end event arrived. */
  END,
  /** No event came within the gap. */
  GAP,
  /** It reached the maximum duration. */
  MAX_DURATION,
  /** It reached the maximum number of events. */
  MAX_EVENTS,
  /** The start event of another session arrived. */
  RESTART,
  /** The input ended, and the session had no deadline. */
  END_OF_INPUT,
  /** Its key was evicted. */
  EVICTED;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The text in outputs: {@code max-duration}. */
  public String word() {
    return word;
  }
}
