// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

/** The pipeline cannot be restored from a savepoint, because of the state in it. */
public final class IncompatibleStateException extends Exception {
  private static final long serialVersionUID = 1L;

  IncompatibleStateException(String message, Throwable cause) {
    super(message, cause);
  }
}
