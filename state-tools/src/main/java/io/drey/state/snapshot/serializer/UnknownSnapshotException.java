// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.serializer;

/** A serializer snapshot whose end only its own class knows. */
public final class UnknownSnapshotException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String className;

  public UnknownSnapshotException(String className) {
    super(className, null, false, false);
    this.className = className;
  }

  String className() {
    return className;
  }
}
