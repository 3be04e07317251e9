package io.drey.state.snapshot.bytes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object in Java serialization, read without making any, since whoever can write a file could
 * have the reader make what they like.
 */
public final class JavaObject {
  private final ByteReader in;
  private final String className;
  private final Map<String, @Nullable Object> fields = new HashMap<>();
  private final List<@Nullable Object> contents = new ArrayList<>();

  JavaObject(ByteReader in, String className) {
    this.in = in;
    this.className = className;
  }

  /**
   * Reads what one stream of objects begins with.
   *
   * @return a {@link JavaObject}, a text, the name of an enum's constant, a list of an array's
   *     elements, or null
   */
  public static @Nullable Object read(ByteReader in) {
    return new JavaObjectReader(in).read();
  }

  public String className() {
    return className;
  }

  /** A field of the class or of one above it: as {@link #read} gives it, or a boxed number. */
  public @Nullable Object field(String name) {
    return fields.get(name);
  }

  /** A field that must be a number. */
  public int number(String name) {
    if (fields.get(name) instanceof Number number) {
      return number.intValue();
    }
    throw in.malformed("there is no number '" + name + "' in a " + className);
  }

  /** What the class itself wrote behind its fields, such as the elements of a collection. */
  public List<@Nullable Object> contents() {
    return contents;
  }

  void put(String name, @Nullable Object value) {
    fields.put(name, value);
  }
}
