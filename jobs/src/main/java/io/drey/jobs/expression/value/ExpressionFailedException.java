// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.value;

import io.drey.operators.rule.InvalidEventException;

/**
 * An expression exceeded a limit while it ran: a result larger than 1 MiB, or nesting deeper than
 * the stack. No value of a field alone makes an expression fail.
 */
public final class ExpressionFailedException extends InvalidEventException {
  private static final long serialVersionUID = 1L;

  public ExpressionFailedException(String message) {
    super(message);
  }
}
