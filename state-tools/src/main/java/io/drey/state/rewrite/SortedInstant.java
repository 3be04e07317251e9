// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;

/** Turns instants of timers in raw keyed state into those of canonical files, which sort. */
final class SortedInstant {
  private final ByteWriter out = new ByteWriter();
  private final ByteReader sorted = ByteReader.views();

  /** Returns an instant, valid until the next one. */
  ByteReader of(ByteReader instant) {
    out.clear();
    out.writeLong(instant.readLong() ^ Long.MIN_VALUE);
    sorted.wrap(instant.file(), out.buffer(), out.size());
    return sorted;
  }
}
