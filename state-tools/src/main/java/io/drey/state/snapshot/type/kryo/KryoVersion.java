// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.kryo;

import io.drey.state.snapshot.bytes.ByteReader;
import java.util.List;

/** The versions of Kryo, which differ in all but scalars. */
public enum KryoVersion {
  /** The version in Flink 1. */
  TWO,
  /** The version in Flink 2. */
  FIVE;

  /** Returns the versions that may have written what a reader reads. */
  static List<KryoVersion> of(ByteReader in) {
    if (in.metadataVersion() == ByteReader.UNKNOWN_VERSION) {
      return List.of(TWO, FIVE);
    }
    return List.of(in.metadataVersion() <= ByteReader.LAST_VERSION_OF_FLINK_1 ? TWO : FIVE);
  }

  short readShort(ByteReader in) {
    short value = in.readShort();
    return this == TWO ? value : Short.reverseBytes(value);
  }

  int readInt(ByteReader in) {
    int value = in.readInt();
    return this == TWO ? value : Integer.reverseBytes(value);
  }

  long readLong(ByteReader in) {
    long value = in.readLong();
    return this == TWO ? value : Long.reverseBytes(value);
  }
}
