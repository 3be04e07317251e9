// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.web;

/** A request that cannot be answered; the message is for who reads the page. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  /** A request that is wrong. */
  public RefusedException(String message) {
    this(400, message);
  }

  private RefusedException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** A request for what is not there. */
  public static RefusedException notFound(String message) {
    return new RefusedException(404, message);
  }

  /** Of HTTP. */
  int status() {
    return status;
  }
}
