// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.MapForm;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.value.MapEntries;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Maps: a count, then for each entry the key, a null flag and the value. Shown as an object if keys
 * are scalar, else as an array of objects with {@code key} and {@code value}.
 */
public record MapType(ValueType key, ValueType value) implements EntriesType {
  @Override
  public String text() {
    return "Map<" + key.text() + ", " + value.text() + ">";
  }

  @Override
  public void skip(ByteReader in) {
    for (int rest = in.readCount(); rest > 0; rest--) {
      key.skip(in);
      if (!in.readBoolean()) {
        value.skip(in);
      }
    }
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    MapForm form =
        isName(LogicalType.isJson(key) ? key : key.bare()) ? MapForm.OBJECT : MapForm.ENTRIES;
    out.beginMap(form);
    for (int rest = in.readCount(); rest > 0; rest--) {
      out.beginKey(form);
      key.write(in, out);
      out.endKey(form);
      writeValue(in, out);
      out.endEntry(form);
    }
    out.endMap(form);
  }

  private void writeValue(ByteReader in, ValueSink out) {
    if (in.readBoolean()) {
      out.nullValue();
    } else {
      value.write(in, out);
    }
  }

  @Override
  public void encode(@Nullable Object given, ByteWriter out) {
    out.writeInt(MapEntries.count(given));
    MapEntries.each(
        given,
        name -> named(key, name),
        (itsKey, itsValue) -> {
          key.encode(itsKey, out);
          out.writeBoolean(itsValue == null);
          if (itsValue != null) {
            value.encode(itsValue, out);
          }
        });
  }

  /** Returns the key of a type that the name of an entry stands for. */
  public static @Nullable Object named(ValueType type, @Nullable Object name) {
    if (!(name instanceof String text) || LogicalType.isJson(type)) {
      return name;
    }
    ValueType bare = type.bare();
    if (bare instanceof BigNumber) {
      return number(text);
    }
    return bare instanceof Scalar scalar ? named(scalar, text) : name;
  }

  private static Object named(Scalar type, String name) {
    return switch (type.text()) {
      case "Boolean" -> name.equals("true") || name.equals("false") ? name.equals("true") : name;
      case "Byte", "Short", "Int", "Long", "Float", "Double", "CountWindow" -> number(name);
      default -> name;
    };
  }

  private static Object number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException isNone) {
      return text;
    }
  }

  /** Whether keys of a type can be member names. */
  public static boolean isName(ValueType type) {
    return (type instanceof Scalar && !type.equals(Scalar.TIME_WINDOW))
        || type instanceof StringType
        || type instanceof EnumType
        || type instanceof BigNumber;
  }
}
