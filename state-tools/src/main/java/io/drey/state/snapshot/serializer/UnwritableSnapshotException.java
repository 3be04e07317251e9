// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.serializer;

import io.drey.state.snapshot.type.ValueType;

/** A serializer snapshot that cannot be written from what is known of its type. */
public final class UnwritableSnapshotException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Names the type.
   *
   * @param reason without a full stop
   */
  public UnwritableSnapshotException(ValueType type, String reason) {
    super("Cannot write the serializer snapshot of " + type.text() + ": " + reason);
  }
}
