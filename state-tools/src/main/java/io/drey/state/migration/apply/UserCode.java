// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

/** Tells what went wrong in a class of the user's. */
final class UserCode {
  private UserCode() {}

  /** The exception, and where it was thrown in the class. */
  static String failure(Throwable e, Object user) {
    String name = user.getClass().getName();
    for (StackTraceElement call : e.getStackTrace()) {
      if (call.getClassName().startsWith(name)) {
        return e + " at " + call.getFileName() + ":" + call.getLineNumber();
      }
    }
    return e.toString();
  }
}
