// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration;

import org.jspecify.annotations.Nullable;

/** Thrown when an expression has no result for an entry; the message names both. */
public final class RowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RowException(String expression, Row row, String reason, @Nullable Throwable cause) {
    super("Cannot evaluate '" + expression + "' for " + row + ": " + reason, cause);
  }
}
