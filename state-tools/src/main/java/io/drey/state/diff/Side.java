package io.drey.state.diff;

import io.drey.state.json.JsonWriter;

/** One of two snapshots. */
@SuppressWarnings("ImmutableEnumChecker") // nobody writes to the bytes
enum Side {
  FROM("old"),
  TO("new");

  private final byte[] value;
  private final byte[] lastAccess;

  Side(String name) {
    this.value = JsonWriter.encodedName(name);
    this.lastAccess = JsonWriter.encodedName(name + "_last_access");
  }

  /** What rows call a value of it. */
  byte[] value() {
    return value;
  }

  byte[] lastAccess() {
    return lastAccess;
  }
}
