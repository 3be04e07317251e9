// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.kryo;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.JavaObject;
import io.drey.state.snapshot.bytes.Varint;
import io.drey.state.snapshot.type.HeldClasses;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.runtime.JavaObjectType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object that Kryo wrote, with all objects in it, as JSON: collections of the JDK and
 * scalars. Anything else throws an {@link UndecodableException}.
 */
final class KryoObjects {
  private static final int DEEPEST = 100;

  /** Limits the JSON, since a few bytes of references can expand to much of it. */
  private static final int MOST_JSON = 64 << 20;

  private final KryoType type;
  private final KryoVersion version;
  private final ByteReader in;
  private final JsonWriter json;
  private final HeldClasses held;

  /** The classes that were written by name, in the order of their first occurrence. */
  private final List<String> names = new ArrayList<>();

  /** The objects so far as ranges in the JSON: the start and, once they are complete, the end. */
  private final List<int[]> objects = new ArrayList<>();

  private int depth;
  private boolean isKey;

  /**
   * @param held takes the classes of what is in the outermost object
   */
  KryoObjects(
      KryoType type, KryoVersion version, ByteReader in, JsonWriter json, HeldClasses held) {
    this.type = type;
    this.version = version;
    this.in = in;
    this.json = json;
    this.held = held;
  }

  void readClassAndObject() {
    String className = readClass();
    hold(className);
    if (className == null) {
      json.nullValue();
    } else {
      readObject(className);
    }
  }

  private void hold(@Nullable String className) {
    if (depth == 1 && isKey) {
      held.addKey(className);
    } else if (depth == 1) {
      held.addValue(className);
    }
  }

  private @Nullable String readClass() {
    int number = Varint.read(in);
    if (number == KryoInput.NULL) {
      return null;
    }
    return number == KryoInput.NAMED ? readName() : type.className(number);
  }

  private String readName() {
    int number = Varint.read(in);
    if (number == names.size()) {
      names.add(KryoInput.readClassName(in));
    }
    if (number < 0 || number >= names.size()) {
      throw in.malformed("unknown number of a class name: " + number);
    }
    return names.get(number);
  }

  private void readObject(String className) {
    if (!KryoClasses.hasReferences(className)) {
      readContent(className);
      return;
    }
    int mark = Varint.read(in);
    if (mark == KryoInput.NEW) {
      int[] place = {json.size(), 0};
      objects.add(place);
      readContent(className);
      place[1] = json.size();
    } else {
      repeat(mark - 2);
    }
  }

  private void repeat(int number) {
    if (number < 0 || number >= objects.size()) {
      throw in.malformed("invalid reference to an object: " + number);
    }
    int[] place = objects.get(number);
    if (place[1] == 0 || (long) json.size() + place[1] - place[0] > MOST_JSON) {
      throw type.undecodable();
    }
    json.repeat(place[0], place[1]);
  }

  private void readObjectOrNull(String className) {
    if (in.readByte() == KryoInput.NULL) {
      json.nullValue();
      return;
    }
    if (KryoClasses.hasReferences(className)) {
      in.position(in.position() - 1);
    }
    readObject(className);
  }

  private void readContent(String className) {
    KryoScalars.Scalar scalar = KryoScalars.of(className, version);
    if (scalar != null) {
      scalar.write(version, in, json);
    } else if (depth++ == DEEPEST) {
      throw in.malformed("objects are nested deeper than " + DEEPEST);
    } else {
      readCollection(className);
      depth--;
    }
  }

  private void readCollection(String className) {
    boolean isSorted =
        className.equals(KryoClasses.SORTED_SET) || className.equals(KryoClasses.SORTED_MAP);
    if (className.equals(KryoClasses.SORTED_MAP) || KryoClasses.MAPS.contains(className)) {
      readMap(isSorted);
    } else if (isSorted || KryoClasses.COLLECTIONS.contains(className)) {
      readElements(className, isSorted);
    } else if (className.equals(KryoClasses.ARRAY_AS_LIST)) {
      readArrayAsList();
    } else {
      readFixed(className);
    }
  }

  /** Reads collections with a fixed number of elements. */
  private void readFixed(String className) {
    switch (className) {
      case "java.util.Collections$EmptyList", "java.util.Collections$EmptySet" -> readEach(0);
      case "java.util.Collections$SingletonList", "java.util.Collections$SingletonSet" ->
          readEach(1);
      case "java.util.Collections$EmptyMap" -> readEntries(0);
      case "java.util.Collections$SingletonMap" -> readEntries(1);
      default -> readJavaObject();
    }
  }

  /** Reads an object that Java serialized, as Flink has it done for exceptions. */
  private void readJavaObject() {
    if (!JavaObject.isNext(in)) {
      throw type.undecodable();
    }
    JavaObjectType.JAVA_OBJECT.write(in, json);
  }

  private void readArrayAsList() {
    if (version == KryoVersion.FIVE) {
      readElements(KryoClasses.ARRAY_AS_LIST, false);
      return;
    }
    int count = Varint.read(in);
    readClass();
    readEach(count);
  }

  private void readElements(String collection, boolean isSorted) {
    if (version == KryoVersion.TWO) {
      checkOrder(isSorted);
      readEach(Varint.read(in));
      return;
    }
    int first = in.readUnsignedByte();
    int count = KryoInput.readLength(in, first) - 1;
    checkOrder(isSorted);
    if (count > 0 && first >= KryoInput.FLAG) {
      readAlike(count, KryoClasses.mayHoldNull(collection));
    } else {
      readEach(count);
    }
  }

  /** Checks for natural order: any other comparator may be a class of the job. */
  private void checkOrder(boolean isSorted) {
    if (isSorted && readClass() != null) {
      throw type.undecodable();
    }
  }

  private void readEach(int count) {
    checkCount(count);
    json.beginArray();
    for (int rest = count; rest > 0; rest--) {
      readClassAndObject();
    }
    json.endArray();
  }

  /** Reads elements of one class, which precedes them. */
  private void readAlike(int count, boolean mayHoldNull) {
    String className = readClass();
    hold(className);
    boolean hasNull = className != null && mayHoldNull && in.readBoolean();
    checkCount(className == null ? 0 : count);
    json.beginArray();
    for (int rest = count; rest > 0; rest--) {
      if (className == null) {
        json.nullValue();
      } else if (hasNull) {
        readObjectOrNull(className);
      } else {
        readObject(className);
      }
    }
    json.endArray();
  }

  private void readMap(boolean isSorted) {
    if (version == KryoVersion.TWO) {
      checkOrder(isSorted);
      readEntries(Varint.read(in));
    } else {
      int count = Varint.read(in) - 1;
      checkOrder(isSorted);
      readEntries(count);
    }
  }

  private void readEntries(int count) {
    checkCount(count);
    json.beginObject();
    for (int rest = count; rest > 0; rest--) {
      int start = json.size();
      isKey = true;
      readClassAndObject();
      isKey = false;
      if (!json.isSingleValueAt(start)) {
        throw type.undecodable();
      }
      json.nameOfValueAt(start);
      readClassAndObject();
    }
    json.endObject();
  }

  private void checkCount(int count) {
    if (count < 0 || count > in.remaining()) {
      throw in.malformed("invalid count: " + count);
    }
  }
}
