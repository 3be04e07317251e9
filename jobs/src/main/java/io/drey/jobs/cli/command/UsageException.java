// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.command;

import org.jspecify.annotations.Nullable;

/** Arguments that a command cannot use, although each is of the right form. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one without a cause. */
  public UsageException(String message) {
    this(message, null);
  }

  UsageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
