// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.util.Locale;

/** The state backend of a job. */
enum Backend {
  HASHMAP("256m"),

  /** With less memory than the keys of {@link Dataset#MANY_KEYS} take. */
  ROCKSDB("64m");

  private final String managedMemory;

  Backend(String managedMemory) {
    this.managedMemory = managedMemory;
  }

  String managedMemory() {
    return managedMemory;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
