// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import io.drey.state.json.JsonWriter;

/** One of two snapshots. */
@SuppressWarnings("ImmutableEnumChecker") // the bytes are never written to
enum Side {
  FROM("old"),
  TO("new");

  private final byte[] value;
  private final byte[] lastAccess;

  Side(String name) {
    this.value = JsonWriter.encodedName(name);
    this.lastAccess = JsonWriter.encodedName(name + "_last_access");
  }

  /** The member name that rows use for a value of this side. */
  byte[] value() {
    return value;
  }

  byte[] lastAccess() {
    return lastAccess;
  }
}
