// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Writes entries of keyed state as rows: {@code operator}, {@code state}, {@code key}, and where
 * they apply {@code key_group}, {@code namespace}, {@code map_key}, {@code value}, {@code
 * last_access}, {@code expired}, {@code timestamp}. What cannot be decoded has {@code error} and
 * {@code bytes} instead of a value.
 */
public final class RowWriter {
  private static final byte[] KEY_GROUP = JsonWriter.encodedName("key_group");
  private static final byte[] KEY = JsonWriter.encodedName("key");
  private static final byte[] NAMESPACE = JsonWriter.encodedName("namespace");
  private static final byte[] MAP_KEY = JsonWriter.encodedName("map_key");
  private static final byte[] TIMESTAMP = JsonWriter.encodedName("timestamp");

  private final JsonWriter json;
  private final String operator;
  private final ValueWriter values;
  private final Fallback fallback;
  private final Map<String, byte[]> starts = new HashMap<>();
  private boolean tellsKeyGroups;

  /**
   * @param countsListElements whether lists begin with the number of their elements
   */
  public RowWriter(JsonWriter json, String operator, boolean countsListElements) {
    this(json, operator, countsListElements, TtlExpiry.UNKNOWN);
  }

  /**
   * @param countsListElements whether lists begin with the number of their elements
   * @param expiry the TTLs of states whose rows get a member {@code expired}
   */
  public RowWriter(JsonWriter json, String operator, boolean countsListElements, TtlExpiry expiry) {
    this.json = json;
    this.operator = operator;
    this.values = new ValueWriter(countsListElements, expiry);
    this.fallback = new Fallback(json);
  }

  /** Whether rows have a member {@code key_group}. */
  RowWriter tellingKeyGroups(boolean tells) {
    tellsKeyGroups = tells;
    return this;
  }

  /** How many rows hold a value that does not match its type. */
  public long damaged() {
    return fallback.damaged();
  }

  /** What could decode values that were written as bytes. */
  Set<String> needed() {
    return fallback.needed();
  }

  /** Writes one row, ending with a line feed. */
  public void write(Entry entry) {
    KeyedState state = entry.state();
    byte[] start = starts.computeIfAbsent(state.name(), this::start);
    json.raw(start, 0, start.length);
    if (tellsKeyGroups) {
      json.name(KEY_GROUP);
      json.number(entry.keyGroup());
    }
    if (entry.isSplit()) {
      key(entry, state);
    } else {
      json.name(KEY);
      fallback.opaque(entry.key());
    }
    if (state.kind() == KeyedStateType.TIMERS) {
      fallback.part(TIMESTAMP, state.value(), entry.value());
    } else {
      fallback.value(entry.value(), in -> values.write(state, in, json));
    }
    json.endObject();
    json.newLine();
  }

  /** Returns the members that all rows of a state begin with. */
  private byte[] start(String state) {
    JsonWriter start = new JsonWriter();
    start.beginObject();
    start.name("operator");
    start.text(operator);
    start.name("state");
    start.text(state);
    return start.bytes();
  }

  private void key(Entry entry, KeyedState state) {
    fallback.part(KEY, state.key(), entry.key());
    if (!state.namespace().isNothing()) {
      fallback.part(NAMESPACE, state.namespace(), entry.namespace());
    }
    if (state.mapKey() != null) {
      fallback.part(MAP_KEY, state.mapKey(), entry.mapKey());
    }
  }
}
