// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** There is no savepoint at the given path, or it is damaged. */
public final class UnreadableSavepointException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableSavepointException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
