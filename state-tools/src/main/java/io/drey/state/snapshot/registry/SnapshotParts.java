// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.serializer.SnapshotRecorder;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bytes of a serializer snapshot and of those nested in it, by what they tell of. */
final class SnapshotParts implements SnapshotRecorder {
  private static final String STATE = "org.apache.flink.runtime.state.";

  /** Around every other snapshot, whose type it has; Flink takes that for its own. */
  private static final String AWARE_OF_TTL = STATE + "ttl.TtlAwareSerializerSnapshot";

  private static final String TTL = STATE + "ttl.TtlStateFactory$TtlSerializerSnapshot";

  /** Of state that only ForSt keeps; it tells the same as the one of all other state. */
  private static final String TTL_OF_FORST = STATE + "v2.ttl.TtlStateFactory$TtlSerializerSnapshot";

  private final List<Part> parts = new ArrayList<>();

  @Override
  public void record(String className, int depth, ValueType type, ByteReader in, int start) {
    switch (className) {
      case AWARE_OF_TTL -> {}
      case TTL_OF_FORST -> removeTime(depth + 1);
      case TTL -> {
        removeTime(depth + 1);
        add(depth, type, in, start);
      }
      default -> add(depth, type, in, start);
    }
  }

  /** Removes the first of two at a depth: that of the time, which is a number like others. */
  private void removeTime(int depth) {
    int value = parts.size() - 1;
    for (int i = value - 1; i >= 0; i--) {
      if (parts.get(i).depth == depth) {
        parts.remove(i);
        return;
      }
    }
  }

  private void add(int depth, ValueType type, ByteReader in, int start) {
    Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
    if (last != null && last.depth == depth + 1 && last.type == type) {
      // a wrapper that does not show: what it wraps is not written without it
      parts.remove(parts.size() - 1);
    }
    parts.add(new Part(depth, type, Arrays.copyOfRange(in.bytes(), start, in.position())));
  }

  /** Records a snapshot whose nested ones are not all known. */
  void recordUnknown(ValueType type, byte[] bytes) {
    parts.add(new Part(0, type, bytes));
  }

  /**
   * Adds these bytes to others.
   *
   * @param known null for a type with several snapshots, of which it is not known which is meant
   */
  void addTo(Map<ValueType, byte @Nullable []> known) {
    Map<ValueType, byte @Nullable []> own = new HashMap<>(known);
    for (Part part : parts) {
      ValueType type = PlainTypes.of(part.type);
      byte[] other = own.getOrDefault(type, part.bytes);
      own.put(type, Arrays.equals(other, part.bytes) ? part.bytes : null);
    }
    known.putAll(own);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Part(int depth, ValueType type, byte[] bytes) {}
}
