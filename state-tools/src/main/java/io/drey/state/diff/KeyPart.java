package io.drey.state.diff;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.type.ValueType;
import java.util.Locale;

/** A part of what an entry goes by. */
record KeyPart(Role role, ValueType type) {
  /** What it is a part for, which is what rows call it. */
  @SuppressWarnings("ImmutableEnumChecker") // nobody writes to the bytes
  enum Role {
    KEY,
    NAMESPACE,
    MAP_KEY,
    TIMESTAMP;

    private final byte[] encodedName = JsonWriter.encodedName(name().toLowerCase(Locale.ROOT));

    byte[] encodedName() {
      return encodedName;
    }
  }
}
