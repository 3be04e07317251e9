// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.bytes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a stream of Java serialization. */
final class JavaObjectReader {
  static final int MAGIC = 0xACED0005;
  private static final int DEEPEST = 200;

  private static final int NULL = 0x70;
  private static final int REFERENCE = 0x71;
  private static final int CLASS_DESCRIPTION = 0x72;
  private static final int OBJECT = 0x73;
  private static final int STRING = 0x74;
  private static final int ARRAY = 0x75;
  private static final int CLASS = 0x76;
  private static final int BLOCK = 0x77;
  private static final int END_OF_BLOCKS = 0x78;
  private static final int LONG_BLOCK = 0x7A;
  private static final int LONG_STRING = 0x7C;
  private static final int ENUM = 0x7E;

  private static final int FIRST_HANDLE = 0x7E0000;

  /** The flags of classes that write themselves after or instead of their fields. */
  private static final int HAS_BLOCKS = 1 | 4;

  private final ByteReader in;

  /** The objects that references point to. */
  private final List<@Nullable Object> handles = new ArrayList<>();

  /** A class and its fields, with their type codes. */
  private record Layout(
      String className,
      String types,
      List<String> names,
      boolean hasBlocks,
      @Nullable Layout parent) {}

  JavaObjectReader(ByteReader in) {
    this.in = in;
  }

  @Nullable Object read() {
    in.expectInt(MAGIC, "the header of a Java object");
    return content(0);
  }

  private @Nullable Object content(int depth) {
    if (depth > DEEPEST) {
      throw in.malformed("objects are nested deeper than " + DEEPEST);
    }
    int type = in.readUnsignedByte();
    return switch (type) {
      case NULL -> null;
      case REFERENCE -> reference();
      case CLASS_DESCRIPTION -> layout(depth);
      case CLASS -> handle(layoutOf(content(depth + 1)).className());
      case OBJECT -> object(depth);
      case STRING -> handle(in.readUtf());
      case LONG_STRING -> throw in.malformed("a string in an object is too long");
      case ENUM -> constant(depth);
      case ARRAY -> array(depth);
      default -> throw in.malformed("unknown type code in an object: " + type);
    };
  }

  private <T> T handle(T value) {
    handles.add(value);
    return value;
  }

  private @Nullable Object reference() {
    int handle = in.readInt() - FIRST_HANDLE;
    if (handle < 0 || handle >= handles.size()) {
      throw in.malformed("an object has an invalid reference");
    }
    return handles.get(handle);
  }

  private Layout layoutOf(@Nullable Object content) {
    if (content instanceof Layout layout) {
      return layout;
    }
    throw in.malformed("an object has no class");
  }

  private Layout layout(int depth) {
    String className = in.readUtf();
    in.readLong();
    int handle = handles.size();
    handles.add(null);
    boolean hasBlocks = (in.readUnsignedByte() & HAS_BLOCKS) != 0;
    StringBuilder types = new StringBuilder();
    List<String> names = new ArrayList<>();
    for (int rest = in.readUnsignedShort(); rest > 0; rest--) {
      char type = (char) in.readUnsignedByte();
      types.append(type);
      names.add(in.readUtf());
      if (type == 'L' || type == '[') {
        content(depth + 1);
      }
    }
    blocks(depth, new JavaObject(in, className));
    Object parent = content(depth + 1);
    Layout layout =
        new Layout(
            className,
            types.toString(),
            names,
            hasBlocks,
            parent == null ? null : layoutOf(parent));
    handles.set(handle, layout);
    return layout;
  }

  private void blocks(int depth, JavaObject object) {
    int type;
    while ((type = in.readUnsignedByte()) != END_OF_BLOCKS) {
      if (type == BLOCK) {
        object.put(in.readBytes(in.readUnsignedByte()));
      } else if (type == LONG_BLOCK) {
        object.put(in.readBytes(in.readCount()));
      } else {
        in.position(in.position() - 1);
        object.contents().add(content(depth + 1));
      }
    }
  }

  private JavaObject object(int depth) {
    Layout layout = layoutOf(content(depth + 1));
    JavaObject object = handle(new JavaObject(in, layout.className()));
    values(layout, object, depth);
    return object;
  }

  /** Reads the fields, those of superclasses first. */
  private void values(@Nullable Layout layout, JavaObject object, int depth) {
    if (layout != null) {
      values(layout.parent(), object, depth);
      for (int i = 0; i < layout.names().size(); i++) {
        object.put(layout.names().get(i), value(layout.types().charAt(i), depth));
      }
      if (layout.hasBlocks()) {
        blocks(depth, object);
      }
    }
  }

  private @Nullable Object value(char type, int depth) {
    return switch (type) {
      case 'B' -> in.readByte();
      case 'Z' -> in.readBoolean();
      case 'C' -> (char) in.readShort();
      case 'S' -> in.readShort();
      case 'I' -> in.readInt();
      case 'F' -> in.readFloat();
      case 'J' -> in.readLong();
      case 'D' -> in.readDouble();
      case 'L', '[' -> content(depth + 1);
      default -> throw in.malformed("unknown type code of a field: " + type);
    };
  }

  /** Reads the name of an enum constant. */
  private @Nullable Object constant(int depth) {
    layoutOf(content(depth + 1));
    int handle = handles.size();
    handles.add(null);
    Object name = content(depth + 1);
    handles.set(handle, name);
    return name;
  }

  private List<@Nullable Object> array(int depth) {
    Layout layout = layoutOf(content(depth + 1));
    List<@Nullable Object> elements = handle(new ArrayList<>());
    char type = layout.className().length() > 1 ? layout.className().charAt(1) : ' ';
    for (int rest = in.readCount(); rest > 0; rest--) {
      elements.add(value(type, depth));
    }
    return elements;
  }
}
