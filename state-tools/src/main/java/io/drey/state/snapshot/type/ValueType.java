// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.Original;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.value.UnfitValueException;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.jspecify.annotations.Nullable;

/**
 * The binary format of the values of a serializer, and their form in JSON. No implementation loads
 * the job's classes, unless jars were given.
 */
public interface ValueType {
  int VARIABLE = -1;

  /** The type as it is shown: {@code Account{balance: Long, tags: List<String>}}. */
  String text();

  /**
   * Skips a value.
   *
   * @throws UndecodableException if only the job's classes know its end
   */
  void skip(ByteReader in);

  /**
   * Writes a value as JSON.
   *
   * @throws UndecodableException if only the job's classes can decode it
   */
  void write(ByteReader in, ValueSink out);

  /**
   * Encodes a value: the mirror of {@link #write}.
   *
   * @param value as {@link #write} shows it in JSON: null, a boolean, number, string or list, or a
   *     map by name; for a type that JSON does not tell enough of, an {@link Original} of its own
   * @throws UnfitValueException if it is no value of this type
   * @throws UndecodableException if only the job's classes can encode it
   */
  default void encode(@Nullable Object value, ByteWriter out) {
    if (!(value instanceof Original original) || !original.type().equals(this)) {
      throw UndecodableException.ofClass(text());
    }
    out.writeBytes(original.bytes());
  }

  /**
   * Passes the bytes of a value on that was just written, for a type that is not encoded from JSON.
   *
   * @param from the offset at which the value began
   */
  default void writeOriginal(ByteReader in, long from, ValueSink out) {
    long length = in.offset() - from;
    if (length <= in.position()) {
      out.original(this, in.bytes(), in.position() - (int) length, (int) length);
    }
  }

  /** The size of each value in bytes, or {@link #VARIABLE}; it determines the layout of keys. */
  default int size() {
    return VARIABLE;
  }

  /** Whether it is the void namespace, that of a state without namespaces. */
  default boolean isNothing() {
    return false;
  }

  /** Whether only the job's classes can decode its values, or some of them. */
  default boolean isOpaque() {
    return false;
  }

  /** Whether the job's classes are at hand, so that opaque values are decoded after all. */
  default boolean hasJobClasses() {
    return false;
  }

  /** Whether an opaque type of the same name has the same settings, as far as they are known. */
  default boolean hasSettingsOf(ValueType other) {
    return equals(other);
  }

  /** Whether its serializer is one of Flink's, which takes no values of another one. */
  default boolean takesOnlyItsOwn() {
    return false;
  }

  /** What the job's own serializer says of values of another one; null without its class. */
  default @Nullable TypeSerializerSchemaCompatibility<?> accepts(ValueType old) {
    return null;
  }

  /** The type of values whose bytes Flink passes on unread; null if it is not one of these. */
  default @Nullable ValueType raw() {
    return null;
  }

  /** The type without the wrappers that Flink adds for nulls and for changes of TTL. */
  default ValueType bare() {
    return this;
  }
}
