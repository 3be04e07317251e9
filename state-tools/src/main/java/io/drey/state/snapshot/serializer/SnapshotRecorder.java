// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.serializer;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;

/** Is told of each serializer snapshot that is read, after those nested in it. */
@FunctionalInterface
public interface SnapshotRecorder {
  /** Records nothing. */
  SnapshotRecorder NONE = (className, depth, type, in, start) -> {};

  /**
   * Records a snapshot.
   *
   * @param className the class of the snapshot
   * @param depth how deep it is nested in others
   * @param in after the snapshot
   * @param start where in the reader's buffer its class begins
   */
  void record(String className, int depth, ValueType type, ByteReader in, int start);
}
