// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

/**
 * The bytes are not one JSON object in valid UTF-8; the message says why and at which byte, the
 * first being 0.
 */
public final class MalformedJsonException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final int offset;

  MalformedJsonException(String reason, int offset) {
    // No stack trace: malformed lines are data, and there may be millions.
    super(null, null, false, false);
    this.reason = reason;
    this.offset = offset;
  }

  /** The same, with bytes counted from {@code start}. */
  MalformedJsonException from(int start) {
    return new MalformedJsonException(reason, offset - start);
  }

  @Override
  public String getMessage() {
    return reason + " at byte " + offset;
  }
}
