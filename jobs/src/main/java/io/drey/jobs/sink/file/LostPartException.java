// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import java.io.IOException;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/** What was written is no longer there, and will not be after a restart: the job fails at once. */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
final class LostPartException extends IOException {
  private static final long serialVersionUID = 1L;

  LostPartException(String message) {
    super(message);
  }
}
