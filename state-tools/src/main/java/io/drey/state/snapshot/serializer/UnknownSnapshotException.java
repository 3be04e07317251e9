// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.serializer;

/** A serializer snapshot whose end only its own class knows. */
public final class UnknownSnapshotException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String className;
  private final long offset;

  /**
   * @param offset where its body starts, in the file
   */
  public UnknownSnapshotException(String className, long offset) {
    super(className, null, false, false);
    this.className = className;
    this.offset = offset;
  }

  public String className() {
    return className;
  }

  public long offset() {
    return offset;
  }
}
