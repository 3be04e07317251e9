// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

/**
 * The event cannot be handled; thrown before anything has changed. The event goes to {@code
 * invalid}, with the message as the reason.
 */
public class InvalidEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidEventException(String message) {
    // No stack trace: the problem is in the event, not in this code, and there may be millions.
    super(message, null, false, false);
  }
}
