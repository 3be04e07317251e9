// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.type.ValueType;
import java.util.Locale;

/** A part of what identifies an entry. */
record KeyPart(Role role, ValueType type) {
  /** The role of a part, which is also its member name in rows. */
  @SuppressWarnings("ImmutableEnumChecker") // the bytes are never written to
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
