// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.JsonWriter;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.UnfitValueException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * POJOs and records: flags, then for each field a null flag and its value; or a subclass, by its
 * number or its name, followed by all of that for the subclass.
 *
 * @param registered the subclasses that are written by number, which is their index
 * @param others the subclasses that are written by name
 */
public record PojoType(
    String className, List<Field> fields, List<Field> registered, List<Field> others)
    implements RecordType {
  private static final int NULL = 1;
  private static final int EXACT = 2;
  private static final int SUBCLASS = 4;
  private static final int NUMBERED_SUBCLASS = 8;
  private static final String CLASS_NAME = "$class";
  private static final byte[] CLASS = JsonWriter.encodedName(CLASS_NAME);

  /**
   * Returns the same class with other fields, in the order in which Flink writes them: by name.
   *
   * @param newFields in any order
   */
  public PojoType withFields(List<Field> newFields) {
    List<Field> sorted = newFields.stream().sorted(Comparator.comparing(Field::name)).toList();
    return new PojoType(className, sorted, registered, others);
  }

  /**
   * Returns the same type with other names of classes: its own, those that declare its fields, and
   * its subclasses'. The types of fields and subclasses stay as they are.
   */
  public PojoType renamed(UnaryOperator<String> names) {
    return new PojoType(
        names.apply(className),
        fields.stream().map(field -> renamedOwner(field, names)).toList(),
        registered.stream().map(it -> it.renamed(names.apply(it.name()))).toList(),
        others.stream().map(it -> it.renamed(names.apply(it.name()))).toList());
  }

  private static Field renamedOwner(Field field, UnaryOperator<String> names) {
    return field.owner() == null ? field : field.ownedBy(names.apply(field.owner()));
  }

  @Override
  public String text() {
    return ClassName.simple(className)
        + fields.stream().map(Field::toString).collect(Collectors.joining(", ", "{", "}"));
  }

  @Override
  public void skip(ByteReader in) {
    int flags = in.readUnsignedByte();
    if (flags == EXACT) {
      skipFields(in);
    } else if (flags != NULL) {
      subclass(in, flags).type().skip(in);
    }
  }

  private void skipFields(ByteReader in) {
    for (int i = 0; i < fields.size(); i++) {
      if (!in.readBoolean()) {
        fields.get(i).type().skip(in);
      }
    }
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    write(in, out, null);
  }

  private void write(ByteReader in, ValueSink out, @Nullable String subclass) {
    int flags = in.readUnsignedByte();
    if (flags == EXACT) {
      writeFields(in, out, subclass);
    } else if (flags == NULL) {
      out.nullValue();
    } else {
      writeSubclass(subclass(in, flags), in, out);
    }
  }

  private void writeFields(ByteReader in, ValueSink out, @Nullable String subclass) {
    out.beginRecord();
    if (subclass != null) {
      out.name(CLASS);
      out.text(subclass);
    }
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      out.name(field.encodedName());
      if (in.readBoolean()) {
        out.nullValue();
      } else {
        field.type().write(in, out);
      }
    }
    out.endObject();
  }

  private static void writeSubclass(Field subclass, ByteReader in, ValueSink out) {
    if (subclass.type() instanceof PojoType pojo) {
      pojo.write(in, out, subclass.name());
    } else {
      subclass.type().write(in, out);
    }
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    if (value == null) {
      out.writeByte(NULL);
      return;
    }
    Map<?, ?> members = Given.members(value);
    Object subclass = members.get(CLASS_NAME);
    if (subclass == null) {
      out.writeByte(EXACT);
      encodeFields(members, out);
    } else {
      Map<Object, Object> own = new LinkedHashMap<>(members);
      own.remove(CLASS_NAME);
      subclass(subclass, out).encode(own, out);
    }
  }

  private void encodeFields(Map<?, ?> value, ByteWriter out) {
    Map<?, ?> members = Field.members(fields, value);
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      Object member = members.get(field.name());
      out.writeBoolean(member == null);
      if (member != null) {
        field.encode(member, out);
      }
    }
  }

  /** Writes which subclass follows, and returns its type. */
  private ValueType subclass(Object name, ByteWriter out) {
    for (int i = 0; i < registered.size(); i++) {
      if (registered.get(i).name().equals(name)) {
        out.writeByte(NUMBERED_SUBCLASS);
        out.writeByte(i);
        return registered.get(i).type();
      }
    }
    for (Field other : others) {
      if (other.name().equals(name)) {
        out.writeByte(SUBCLASS);
        out.writeUtf(other.name());
        return other.type();
      }
    }
    throw new UnfitValueException("a subclass that the state knows", name).within(CLASS_NAME);
  }

  private Field subclass(ByteReader in, int flags) {
    if (flags == NUMBERED_SUBCLASS) {
      int number = in.readUnsignedByte();
      if (number < registered.size()) {
        return registered.get(number);
      }
      throw in.malformed("unknown subclass of " + className + ": " + number);
    }
    if (flags != SUBCLASS) {
      throw in.malformed("invalid flags of " + className + ": " + flags);
    }
    String name = in.readUtf();
    for (Field other : others) {
      if (other.name().equals(name)) {
        return other;
      }
    }
    throw UndecodableException.ofClass(name);
  }
}
