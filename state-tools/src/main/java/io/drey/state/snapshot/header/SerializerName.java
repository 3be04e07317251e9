// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.header;

/** Derives the names of serializers from the names of their snapshots. */
final class SerializerName {
  private static final String SNAPSHOT = "Snapshot";

  private SerializerName() {}

  /** Returns {@code base.LongSerializer} for {@code base.LongSerializer$LongSerializerSnapshot}. */
  static String of(String snapshotClass) {
    if (!snapshotClass.endsWith(SNAPSHOT)) {
      return snapshotClass;
    }
    String name = snapshotClass.substring(0, snapshotClass.length() - SNAPSHOT.length());
    int inner = name.lastIndexOf('$');
    String outer = name.substring(0, Math.max(0, inner));
    return inner > 0 && outer.endsWith(name.substring(inner + 1)) ? outer : name;
  }
}
