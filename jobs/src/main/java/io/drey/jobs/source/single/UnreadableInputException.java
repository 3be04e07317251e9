// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.single;

import java.io.IOException;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;
import org.jspecify.annotations.Nullable;

/** An input can't be read, now or after a restart: the job fails at once. */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class UnreadableInputException extends IOException {
  private static final long serialVersionUID = 1L;

  public UnreadableInputException(String message) {
    this(message, null);
  }

  public UnreadableInputException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
