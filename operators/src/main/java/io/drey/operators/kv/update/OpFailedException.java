// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

/** An op that cannot be applied; thrown before it has changed anything. */
final class OpFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String suffix;
  private final String reason;

  /**
   * @param suffix of the error's code, which begins with the type of the op
   */
  OpFailedException(String suffix, String reason) {
    // No stack trace: the problem is in a command, and there may be millions.
    super(null, null, false, false);
    this.suffix = suffix;
    this.reason = reason;
  }

  String suffix() {
    return suffix;
  }

  String reason() {
    return reason;
  }

  @Override
  public String getMessage() {
    return reason;
  }
}
