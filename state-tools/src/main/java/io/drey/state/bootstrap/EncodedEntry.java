// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.keyed.EntrySink;
import io.drey.state.snapshot.keyed.KeyedState;
import java.io.IOException;

/** The bytes of an entry. */
final class EncodedEntry {
  final ByteWriter key = new ByteWriter();
  final ByteWriter namespace = new ByteWriter();

  /** Of timers the instant, which is a part of what makes them different. */
  final ByteWriter mapKey = new ByteWriter();

  final ByteWriter value = new ByteWriter();

  private final ByteReader keyIn = ByteReader.views();
  private final ByteReader namespaceIn = ByteReader.views();
  private final ByteReader mapKeyIn = ByteReader.views();
  private final ByteReader valueIn = ByteReader.views();

  /** Passes it on to what takes entries. */
  void passTo(EntrySink sink, int keyGroup, int number, KeyedState state) throws IOException {
    sink.add(
        keyGroup,
        number,
        state,
        keyReader(),
        wrapped(namespaceIn, namespace),
        wrapped(mapKeyIn, mapKey),
        wrapped(valueIn, value));
  }

  /** Reads the key. */
  ByteReader keyReader() {
    return wrapped(keyIn, key);
  }

  private static ByteReader wrapped(ByteReader in, ByteWriter part) {
    in.wrap("row", part.buffer(), part.size());
    return in;
  }

  void clear() {
    key.clear();
    namespace.clear();
    mapKey.clear();
    value.clear();
  }
}
