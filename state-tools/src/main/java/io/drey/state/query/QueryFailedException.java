// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

/** A valid query failed while it ran. The cause has the reason. */
public final class QueryFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QueryFailedException(Throwable cause) {
    super("Failed to run query", cause);
  }
}
