// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.header;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;
import java.util.Map;

/**
 * The description of one state in a header.
 *
 * @param options such as {@code KEYED_STATE_TYPE}
 * @param types by role, such as {@code VALUE_SERIALIZER}
 * @param serializers the classes of the serializers, by role
 */
public record StateHeader(
    String name,
    Backing backing,
    Map<String, String> options,
    Map<String, ValueType> types,
    Map<String, String> serializers) {
  /** The kind of state backend storage that holds a state. */
  public enum Backing {
    KEY_VALUE,
    OPERATOR,
    BROADCAST,
    PRIORITY_QUEUE,
    /** Keyed state of the asynchronous state API (State V2). */
    KEY_VALUE_V2;

    private static final Backing[] ALL = values();

    /** Reads the number of one of them. */
    static Backing of(ByteReader in) {
      int code = in.readInt();
      if (code < 0 || code >= ALL.length) {
        throw in.malformed("unknown type of state: " + code);
      }
      return ALL[code];
    }
  }
}
