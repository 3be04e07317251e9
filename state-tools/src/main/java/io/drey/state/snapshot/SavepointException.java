// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot;

import org.jspecify.annotations.Nullable;

/** A file of a snapshot is missing, damaged or in an unknown format. The message names it. */
public final class SavepointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final String reason;
  private final boolean isUnsupported;

  /** Has no stack trace, since the search for the end of a value throws and discards many. */
  public SavepointException(String file, String reason) {
    this(file, reason, false);
  }

  private SavepointException(String file, String reason, boolean isUnsupported) {
    super(null, null, false, false);
    this.file = file;
    this.reason = reason;
    this.isUnsupported = isUnsupported;
  }

  /** For what may well be whole, but cannot be read without a job or its classes. */
  public static SavepointException unsupported(String file, String reason) {
    return new SavepointException(file, reason, true);
  }

  public SavepointException(String file, String reason, @Nullable Throwable cause) {
    super(cause);
    this.file = file;
    this.reason = reason;
    this.isUnsupported = false;
  }

  /** Whether it is not damage: a job, or its classes, could read it. */
  public boolean isUnsupported() {
    return isUnsupported;
  }

  /** The file, as named by the snapshot or the user. */
  public String file() {
    return file;
  }

  /** The reason, without the file. */
  public String reason() {
    return reason;
  }

  @Override
  public String getMessage() {
    return "Cannot read " + file + ": " + reason;
  }
}
