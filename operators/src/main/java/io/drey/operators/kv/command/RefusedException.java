// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import java.io.Serial;

/** A command that cannot be executed; it changes nothing. */
public final class RefusedException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code one of {@link Refusal}'s constants
   * @param message for people
   */
  public RefusedException(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** The refusal for the answer. */
  public Refusal refusal() {
    return new Refusal(code, String.valueOf(getMessage()));
  }
}
