// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.related;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.keyed.EntrySink;
import io.drey.state.snapshot.keyed.KeyedState;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the entries of a derived state go, and how many there are more than were taken out. */
public final class DerivedOutput {
  private static final ByteReader NO_MAP_KEY = ByteReader.views();
  private static final ByteReader NO_NAMESPACE = ByteReader.of("void namespace", new byte[1]);

  private final EntrySink out;
  private final int number;
  private final KeyedState state;
  private long entries;
  private long bytes;
  private long removed;

  /**
   * @param number of the state in the header of what it goes to
   */
  DerivedOutput(EntrySink out, int number, KeyedState state) {
    this.out = out;
    this.number = number;
    this.state = state;
  }

  KeyedState state() {
    return state;
  }

  /** Takes out an entry of the source. */
  int take(ByteReader key, ByteReader namespace, ByteReader mapKey, ByteReader value) {
    int size =
        (int) (key.remaining() + namespace.remaining() + mapKey.remaining() + value.remaining());
    entries--;
    bytes -= size;
    return size;
  }

  /** Counts an entry of the source that was taken out because what it tells of is gone. */
  void remove() {
    removed++;
  }

  /** Writes a value, or an entry of a map. */
  void write(int group, ByteReader key, @Nullable ByteReader mapKey, ByteReader value)
      throws IOException {
    write(group, key, NO_NAMESPACE, mapKey == null ? NO_MAP_KEY : mapKey, value);
  }

  /** Writes an entry with a namespace. */
  void write(int group, ByteReader key, ByteReader namespace, ByteReader mapKey, ByteReader value)
      throws IOException {
    entries++;
    bytes += out.add(group, number, state, key, namespace, mapKey, value);
  }

  /** The number of entries written, less those taken out. */
  public long entries() {
    return entries;
  }

  /** The number of bytes of these, with their keys. */
  public long bytes() {
    return bytes;
  }

  /** The number of entries that are gone with what they told of. */
  public long removed() {
    return removed;
  }
}
