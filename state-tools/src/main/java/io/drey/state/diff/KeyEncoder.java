// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import io.drey.state.diff.KeyPart.Role;
import io.drey.state.diff.StateSide.Keys;
import io.drey.state.json.JsonWriter;
import io.drey.state.read.Fallback;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.operator.OperatorEntries;
import io.drey.state.snapshot.type.TimerType;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;
import java.util.Objects;

/**
 * Writes the sort keys of entries: the number of the state, the parts of the key, and then the
 * lengths of all parts but the last.
 */
final class KeyEncoder {
  static final int NUMBER_BYTES = Short.BYTES;

  /** Replaces the length of the first part if the parts of a key cannot be told apart. */
  static final int WHOLE = -1;

  private static final byte[] ELEMENT = JsonWriter.encodedName("value");

  private final GrowingBytes bytes = new GrowingBytes();
  private final JsonWriter json = JsonWriter.canonical();
  private final Fallback fallback = new Fallback(json);
  private final int[] lengths = new int[Role.values().length];

  byte[] bytes() {
    return bytes.bytes();
  }

  int size() {
    return bytes.size();
  }

  /** How many parts do not match their type. */
  long damaged() {
    return fallback.damaged();
  }

  void write(StatePair pair, Entry entry) {
    start(pair);
    List<KeyPart> parts = pair.either().key();
    if (entry.isSplit()) {
      for (int i = 0; i < parts.size(); i++) {
        int from = bytes.size();
        write(parts.get(i).role(), pair.keys(), entry);
        lengths[i] = bytes.size() - from;
      }
    } else {
      bytes.put(entry.key());
      lengths[0] = WHOLE;
    }
    for (int i = 0; i < parts.size() - 1; i++) {
      bytes.putInt(lengths[i]);
    }
  }

  /** Writes the sort key of operator state; a list element is its own key. */
  void write(StatePair pair, OperatorEntries entries) {
    start(pair);
    ValueType mapKey = entries.state().mapKey();
    if (mapKey == null) {
      decoded(ELEMENT, entries.state().value(), entries.value());
    } else {
      write(Role.MAP_KEY, pair.keys(), mapKey, entries.mapKey());
    }
  }

  private void start(StatePair pair) {
    bytes.clear();
    bytes.putByte(pair.number() >> Byte.SIZE);
    bytes.putByte(pair.number());
  }

  private void write(Role role, Keys keys, Entry entry) {
    KeyedState state = entry.state();
    switch (role) {
      case KEY -> write(role, keys, state.key(), entry.key());
      case NAMESPACE -> write(role, keys, state.namespace(), entry.namespace());
      case MAP_KEY -> write(role, keys, Objects.requireNonNull(state.mapKey()), entry.mapKey());
      case TIMESTAMP -> writeInstant((TimerType) state.value(), entry.value());
    }
  }

  /** Writes the instant such that its bytes sort by time, in any snapshot format. */
  private void writeInstant(TimerType timer, ByteReader in) {
    bytes.putLong(in.readLong() ^ timer.flipped() ^ Long.MIN_VALUE);
  }

  private void write(Role role, Keys keys, ValueType type, ByteReader in) {
    if (keys == Keys.DECODED) {
      decoded(role.encodedName(), type, in);
    } else {
      bytes.put(in);
    }
  }

  private void decoded(byte[] encodedName, ValueType type, ByteReader in) {
    json.truncate(0);
    fallback.part(encodedName, type, in);
    bytes.put(json);
  }
}
