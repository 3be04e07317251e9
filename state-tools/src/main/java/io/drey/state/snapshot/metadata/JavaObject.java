package io.drey.state.snapshot.metadata;

import io.drey.state.snapshot.bytes.ByteReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Passes an object in Java serialization without making any, since whoever can write a file could
 * have the reader make what they like. It tells whether the file ends too early.
 */
final class JavaObject {
  private static final int MAGIC = 0xACED0005;
  private static final int DEEPEST = 50;

  private static final int NULL = 0x70;
  private static final int REFERENCE = 0x71;
  private static final int CLASS = 0x72;
  private static final int OBJECT = 0x73;
  private static final int STRING = 0x74;
  private static final int ARRAY = 0x75;
  private static final int BLOCK = 0x77;
  private static final int END_OF_BLOCKS = 0x78;
  private static final int ENUM = 0x7E;

  private static final int FIRST_HANDLE = 0x7E0000;
  private static final int HAS_BLOCKS = 1;

  private final ByteReader in;

  /** What references point to: classes, and null for all else. */
  private final List<@Nullable Layout> handles = new ArrayList<>();

  /** The fields of a class, by the letters of their types. */
  private record Layout(String fields, boolean hasBlocks, @Nullable Layout parent) {}

  private JavaObject(ByteReader in) {
    this.in = in;
  }

  static void skip(ByteReader in) {
    in.expectInt(MAGIC, "the mark of an object");
    new JavaObject(in).content(0);
  }

  /** Passes one thing; tells its layout if it is a class, and null if it is anything else. */
  private @Nullable Layout content(int depth) {
    if (depth > DEEPEST) {
      throw in.malformed("objects are nested deeper than " + DEEPEST);
    }
    int type = in.readUnsignedByte();
    switch (type) {
      case NULL, END_OF_BLOCKS -> {}
      case REFERENCE -> {
        return reference();
      }
      case CLASS -> {
        return layout(depth);
      }
      case OBJECT -> object(depth);
      case STRING -> {
        handles.add(null);
        in.readUtf();
      }
      case ENUM -> {
        content(depth + 1);
        handles.add(null);
        content(depth + 1);
      }
      case ARRAY -> array(depth);
      case BLOCK -> in.skip(in.readUnsignedByte());
      default -> throw in.malformed("there is nothing of type " + type + " in an object");
    }
    return null;
  }

  private @Nullable Layout reference() {
    int handle = in.readInt() - FIRST_HANDLE;
    if (handle < 0 || handle >= handles.size()) {
      throw in.malformed("an object refers to nothing");
    }
    return handles.get(handle);
  }

  private Layout layout(int depth) {
    in.readUtf();
    in.readLong();
    int handle = handles.size();
    handles.add(null);
    boolean hasBlocks = (in.readUnsignedByte() & HAS_BLOCKS) != 0;
    StringBuilder fields = new StringBuilder();
    for (int rest = in.readUnsignedShort(); rest > 0; rest--) {
      char type = (char) in.readUnsignedByte();
      fields.append(type);
      in.readUtf();
      if (type == 'L' || type == '[') {
        content(depth + 1);
      }
    }
    blocks(depth);
    Layout layout = new Layout(fields.toString(), hasBlocks, content(depth + 1));
    handles.set(handle, layout);
    return layout;
  }

  private void blocks(int depth) {
    while (in.readByte() != END_OF_BLOCKS) {
      in.position(in.position() - 1);
      content(depth + 1);
    }
  }

  private void object(int depth) {
    Layout layout = content(depth + 1);
    handles.add(null);
    values(layout, depth);
  }

  /** Those of the parents come first. */
  private void values(@Nullable Layout layout, int depth) {
    if (layout != null) {
      values(layout.parent(), depth);
      for (int i = 0; i < layout.fields().length(); i++) {
        value(layout.fields().charAt(i), depth);
      }
      if (layout.hasBlocks()) {
        blocks(depth);
      }
    }
  }

  private void value(char type, int depth) {
    switch (type) {
      case 'B', 'Z' -> in.skip(1);
      case 'C', 'S' -> in.skip(2);
      case 'I', 'F' -> in.skip(4);
      case 'J', 'D' -> in.skip(8);
      case 'L', '[' -> content(depth + 1);
      default -> throw in.malformed("there is no field of type " + type);
    }
  }

  private void array(int depth) {
    content(depth + 1);
    handles.add(null);
    for (int rest = in.readCount(); rest > 0; rest--) {
      content(depth + 1);
    }
  }
}
