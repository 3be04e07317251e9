// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.runtime;

import io.drey.state.json.MapForm;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.JavaObject;
import io.drey.state.snapshot.type.UndecodableException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes an object that was read from Java serialization: its fields, or what it stands for. */
final class JavaObjectJson {
  /** Limits the JSON, since a few bytes of references can expand to much of it. */
  private static final int MOST_JSON = 64 << 20;

  private static final Set<String> BOXES =
      Set.of(
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.util.concurrent.atomic.AtomicBoolean",
          "java.util.concurrent.atomic.AtomicInteger",
          "java.util.concurrent.atomic.AtomicLong",
          "java.util.Optional");
  private static final Set<String> COLLECTIONS =
      Set.of(
          "java.util.ArrayList",
          "java.util.LinkedList",
          "java.util.ArrayDeque",
          "java.util.HashSet",
          "java.util.LinkedHashSet",
          "java.util.CollSer");
  private static final Set<String> MAPS =
      Set.of("java.util.HashMap", "java.util.LinkedHashMap", "java.util.TreeMap");

  private final ByteReader in;
  private final ValueSink out;

  /** The objects that are being written: of one inside itself, such as a cause, only the class. */
  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

  JavaObjectJson(ByteReader in, ValueSink out) {
    this.in = in;
    this.out = out;
  }

  void write(@Nullable Object value) {
    if (value == null) {
      out.nullValue();
    } else if (value instanceof JavaObject object) {
      within(object, object.className(), () -> object(object));
    } else if (value instanceof List<?> array) {
      within(array, "[", () -> array(array));
    } else {
      scalar(value);
    }
  }

  private void within(Object value, String name, Runnable writing) {
    if (out.size() > MOST_JSON) {
      throw UndecodableException.ofClass(name);
    }
    if (open.add(value)) {
      writing.run();
      open.remove(value);
    } else {
      out.beginObject();
      out.name("$within");
      out.text(name);
      out.endObject();
    }
  }

  private void scalar(Object value) {
    if (value instanceof Boolean flag) {
      out.bool(flag);
    } else if (value instanceof Double number) {
      out.number(number.doubleValue());
    } else if (value instanceof Float number) {
      out.number(number.floatValue());
    } else if (value instanceof Number number) {
      out.number(number.longValue());
    } else {
      out.text(value.toString());
    }
  }

  private void array(List<?> elements) {
    if (!elements.isEmpty() && elements.stream().allMatch(Byte.class::isInstance)) {
      byte[] bytes = bytes(elements);
      out.base64(bytes, 0, bytes.length);
    } else {
      elements(elements);
    }
  }

  private void elements(List<?> elements) {
    out.beginArray();
    elements.forEach(this::write);
    out.endArray();
  }

  private static byte[] bytes(List<?> elements) {
    byte[] bytes = new byte[elements.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (Byte) Objects.requireNonNull(elements.get(i));
    }
    return bytes;
  }

  private void object(JavaObject object) {
    String name = object.className();
    if (BOXES.contains(name)) {
      write(object.field("value"));
    } else if (COLLECTIONS.contains(name)) {
      elements(object.contents());
    } else if (name.equals("java.util.Arrays$ArrayList")) {
      write(object.field("a"));
    } else if (MAPS.contains(name) && object.contents().size() % 2 == 0) {
      entries(object.contents());
    } else if (!value(object)) {
      fields(object);
    }
  }

  /** Writes an object of the JDK that is a value; returns whether it is one. */
  private boolean value(JavaObject object) {
    switch (object.className()) {
      case "java.math.BigInteger" -> out.number(unscaled(object));
      case "java.math.BigDecimal" -> {
        if (!(object.field("intVal") instanceof JavaObject unscaled)) {
          return false;
        }
        out.number(new BigDecimal(unscaled(unscaled), object.number("scale")));
      }
      case "java.util.UUID" ->
          out.text(new UUID(number(object, "mostSigBits"), number(object, "leastSigBits")) + "");
      case "java.util.Date", "java.sql.Date", "java.sql.Time" -> {
        if (object.data().length != Long.BYTES) {
          return false;
        }
        out.instant(ByteBuffer.wrap(object.data()).getLong());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private BigInteger unscaled(JavaObject object) {
    int sign = object.number("signum");
    if (object.field("magnitude") instanceof List<?> magnitude
        && magnitude.stream().allMatch(Byte.class::isInstance)
        && Math.abs(sign) <= 1
        && (sign == 0) == magnitude.isEmpty()) {
      return new BigInteger(sign, bytes(magnitude));
    }
    throw in.malformed("a number has no digits");
  }

  private long number(JavaObject object, String field) {
    if (object.field(field) instanceof Long number) {
      return number;
    }
    throw in.malformed(object.className() + " has no numeric field '" + field + "'");
  }

  private void entries(List<@Nullable Object> contents) {
    out.beginMap(MapForm.ENTRIES);
    for (int i = 0; i < contents.size(); i += 2) {
      out.beginKey(MapForm.ENTRIES);
      write(contents.get(i));
      out.endKey(MapForm.ENTRIES);
      write(contents.get(i + 1));
      out.endEntry(MapForm.ENTRIES);
    }
    out.endMap(MapForm.ENTRIES);
  }

  private void fields(JavaObject object) {
    out.beginObject();
    out.name("$class");
    out.text(object.className());
    object
        .fields()
        .forEach(
            (name, value) -> {
              out.name(name);
              write(value);
            });
    if (!object.contents().isEmpty()) {
      out.name("$contents");
      elements(object.contents());
    }
    byte[] data = object.data();
    if (data.length > 0) {
      out.name("$data");
      out.base64(data, 0, data.length);
    }
    out.endObject();
  }
}
