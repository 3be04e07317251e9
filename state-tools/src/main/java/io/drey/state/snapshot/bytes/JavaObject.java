// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.bytes;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object in Java serialization. It is read without instantiating any class, since a crafted file
 * could otherwise create arbitrary objects.
 */
public final class JavaObject {
  private final ByteReader in;
  private final String className;
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
  private final List<@Nullable Object> contents = new ArrayList<>();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream(0);

  JavaObject(ByteReader in, String className) {
    this.in = in;
    this.className = className;
  }

  /**
   * Reads the first object of a stream.
   *
   * @return a {@link JavaObject}, a string, the name of an enum constant, the elements of an array
   *     as a list, or null
   */
  public static @Nullable Object read(ByteReader in) {
    return new JavaObjectReader(in).read();
  }

  /** Whether a stream of Java serialization follows. */
  public static boolean isNext(ByteReader in) {
    if (in.remaining() < Integer.BYTES) {
      return false;
    }
    boolean isNext = in.readInt() == JavaObjectReader.MAGIC;
    in.position(in.position() - Integer.BYTES);
    return isNext;
  }

  public String className() {
    return className;
  }

  /**
   * Returns a field of the class or of a superclass: as {@link #read} returns it, or a boxed
   * number.
   */
  public @Nullable Object field(String name) {
    return fields.get(name);
  }

  /** Returns a field that must be a number. */
  public int number(String name) {
    if (fields.get(name) instanceof Number number) {
      return number.intValue();
    }
    throw in.malformed(className + " has no numeric field '" + name + "'");
  }

  /** What the class itself wrote after its fields, such as the elements of a collection. */
  public List<@Nullable Object> contents() {
    return contents;
  }

  /** All fields by name, those of superclasses first. */
  public Map<String, @Nullable Object> fields() {
    return fields;
  }

  /** The bytes that the class itself wrote between its contents. */
  public byte[] data() {
    return data.toByteArray();
  }

  void put(String name, @Nullable Object value) {
    fields.put(name, value);
  }

  void put(byte[] written) {
    data.writeBytes(written);
  }
}
