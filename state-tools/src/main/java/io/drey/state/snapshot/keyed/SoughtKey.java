// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.metadata.KeyGroups;
import io.drey.state.snapshot.type.ValueType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/** A key to search for: its bytes and its key group. */
public final class SoughtKey {
  private static final int USUAL_BYTES = 64;

  private final byte[] bytes;
  private final int keyGroup;

  private SoughtKey(byte[] bytes, int keyGroup) {
    this.bytes = bytes;
    this.keyGroup = keyGroup;
  }

  /** Whether keys of a type can be searched for: they can be parsed, and their hash is known. */
  public static boolean isKnown(ValueType type) {
    return KeyText.of(type) != null;
  }

  /**
   * Parses a key.
   *
   * @param type one that {@link #isKnown is known}
   * @throws IllegalArgumentException if the text is not a key of that type
   */
  public static SoughtKey of(ValueType type, String text, int maxParallelism) {
    KeyText<?> form = KeyText.of(type);
    if (form == null) {
      throw new IllegalArgumentException("Unsupported key type: " + type.text());
    }
    return of(form, type, text, maxParallelism);
  }

  private static <T> SoughtKey of(
      KeyText<T> form, ValueType type, String text, int maxParallelism) {
    T key = form.parse(type, text);
    int keyGroup = KeyGroupRangeAssignment.assignToKeyGroup(key, maxParallelism);
    return new SoughtKey(bytes(form.serializer(), key), keyGroup);
  }

  private static <T> byte[] bytes(TypeSerializer<T> serializer, T key) {
    DataOutputSerializer out = new DataOutputSerializer(USUAL_BYTES);
    try {
      serializer.serialize(key, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.getCopyOfBuffer();
  }

  /** The only key group that can contain it. */
  public KeyGroups groups() {
    return new KeyGroups(keyGroup, 1);
  }

  /** Whether a key is equal to this one. */
  public boolean is(ByteReader key) {
    int from = key.position();
    return key.remaining() == bytes.length
        && Arrays.equals(key.bytes(), from, from + bytes.length, bytes, 0, bytes.length);
  }
}
