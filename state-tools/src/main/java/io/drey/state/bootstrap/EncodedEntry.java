// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.state.snapshot.bytes.ByteWriter;

/** The bytes of an entry. */
final class EncodedEntry {
  final ByteWriter key = new ByteWriter();
  final ByteWriter namespace = new ByteWriter();

  /** Of timers the instant, which is a part of what makes them different. */
  final ByteWriter mapKey = new ByteWriter();

  final ByteWriter value = new ByteWriter();

  void clear() {
    key.clear();
    namespace.clear();
    mapKey.clear();
    value.clear();
  }
}
