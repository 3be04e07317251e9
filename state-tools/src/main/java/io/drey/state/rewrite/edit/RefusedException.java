// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.edit;

import org.jspecify.annotations.Nullable;

/** A change that would leave a savepoint wrong, or that cannot be made. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param operator the operator that it would change
   * @param reason what is wrong, and what to do instead
   */
  public RefusedException(Object operator, String reason) {
    this(operator, reason, null);
  }

  /**
   * @param cause what showed that
   */
  public RefusedException(Object operator, String reason, @Nullable Throwable cause) {
    super("Cannot change operator '" + operator + "': " + reason, cause);
  }
}
