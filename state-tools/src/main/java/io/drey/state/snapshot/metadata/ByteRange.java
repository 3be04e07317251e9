// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import io.drey.state.snapshot.bytes.ByteReader;

/** A part of the metadata file, from one byte to before another. */
public record ByteRange(long from, long to) {
  /** What has been read since a byte. */
  static ByteRange since(long from, ByteReader in) {
    return new ByteRange(from, in.offset());
  }
}
