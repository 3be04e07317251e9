// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

/** A line is not an event; the message is the error of the malformed record. */
public final class MalformedLineException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedLineException(String reason) {
    // No stack trace: malformed lines are data, and there may be millions.
    super(reason, null, false, false);
  }
}
