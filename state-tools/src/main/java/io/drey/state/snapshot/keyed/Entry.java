// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.bytes.ByteReader;
import java.util.function.Consumer;

/**
 * One entry of keyed state as bytes: a value, a list, an entry of a map, or a timer. The object is
 * reused for all entries, and its readers point into a buffer that moves on.
 */
public final class Entry {
  private final ByteReader key = ByteReader.views();
  private final ByteReader namespace = ByteReader.views();
  private final ByteReader mapKey = ByteReader.views();
  private final ByteReader value = ByteReader.views();
  private KeyedState state;
  private int keyGroup;
  private boolean isSplit;

  Entry(KeyedState first) {
    state = first;
  }

  /** Returns an entry of parts, each a reader of bytes in memory; valid as long as they are. */
  public static Entry of(
      KeyedState state,
      int keyGroup,
      ByteReader key,
      ByteReader namespace,
      ByteReader mapKey,
      ByteReader value) {
    Entry entry = new Entry(state);
    entry.start(state, keyGroup);
    entry.key.view(key, key.position(), end(key));
    entry.namespace.view(namespace, namespace.position(), end(namespace));
    entry.mapKey.view(mapKey, mapKey.position(), end(mapKey));
    entry.value.view(value, value.position(), end(value));
    return entry;
  }

  private static int end(ByteReader part) {
    return part.position() + (int) part.remaining();
  }

  /** Has the entry read, and leaves its readers where they are. */
  public void peek(Consumer<Entry> reading) {
    int[] from = {key.position(), namespace.position(), mapKey.position(), value.position()};
    reading.accept(this);
    key.position(from[0]);
    namespace.position(from[1]);
    mapKey.position(from[2]);
    value.position(from[3]);
  }

  void start(KeyedState ofState, int inKeyGroup) {
    state = ofState;
    keyGroup = inKeyGroup;
    isSplit = true;
  }

  void keepWhole() {
    isSplit = false;
  }

  public KeyedState state() {
    return state;
  }

  public int keyGroup() {
    return keyGroup;
  }

  /** Whether key, namespace and map key are split; else the key holds the bytes of all three. */
  public boolean isSplit() {
    return isSplit;
  }

  public ByteReader key() {
    return key;
  }

  public ByteReader namespace() {
    return namespace;
  }

  /** Empty if the state is not a map. */
  public ByteReader mapKey() {
    return mapKey;
  }

  /**
   * The value, encoded by the state's type. For a list, its elements, separated by a byte or
   * preceded by their count; for an entry of a map, a null flag and the value; for a timer, its
   * instant.
   */
  public ByteReader value() {
    return value;
  }

  /** The number of bytes of all parts. */
  public long bytes() {
    return key.remaining() + namespace.remaining() + mapKey.remaining() + value.remaining();
  }
}
