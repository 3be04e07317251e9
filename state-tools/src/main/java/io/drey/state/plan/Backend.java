// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

/** The state backend by whose rules states are compared. */
public enum Backend {
  /** Reads a whole state at the start, and so migrates map keys too. */
  HASHMAP,
  /** Refuses all that HashMap refuses, and migrates no map keys. */
  ROCKSDB;

  /** What counts where the state backend is not known. */
  public static final Backend STRICTEST = ROCKSDB;
}
