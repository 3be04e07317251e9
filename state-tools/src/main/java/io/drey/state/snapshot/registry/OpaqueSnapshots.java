// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteHash;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.serializer.SnapshotBody;
import io.drey.state.snapshot.type.OpaqueType;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a serializer snapshot that only the job's classes can read: a digest of its
 * bytes, and the types at the end of a composite one. Those may be written in another order each
 * time, and so are no part of the digest.
 */
public final class OpaqueSnapshots {
  private OpaqueSnapshots() {}

  /**
   * Returns the type of a snapshot.
   *
   * @param body all of it but its class and version
   */
  public static OpaqueType of(String className, ByteReader body) {
    int start = body.position();
    int length = (int) body.remaining();
    for (int own = 0; own + 2 * Integer.BYTES < length; own++) {
      body.position(start + own);
      List<ValueType> parts = parts(body);
      if (parts != null) {
        body.position(start);
        return new OpaqueType(className, length, ByteHash.of(body.slice(own)), parts);
      }
    }
    body.position(start);
    return new OpaqueType(className, length, ByteHash.of(body), List.of());
  }

  /** Reads the parts of a composite snapshot, which are its end; null if there are none here. */
  private static @Nullable List<ValueType> parts(ByteReader in) {
    if (in.readInt() != SnapshotBody.NESTED_MAGIC || in.readInt() != SnapshotBody.NESTED_VERSION) {
      return null;
    }
    try {
      List<ValueType> parts = new ArrayList<>();
      for (int rest = in.readCount(); rest > 0; rest--) {
        ValueType part = SerializerSnapshots.readVersioned(in);
        if (part == null) {
          return null;
        }
        parts.add(part);
      }
      return in.remaining() == 0 ? parts : null;
    } catch (SavepointException e) {
      return null;
    }
  }
}
