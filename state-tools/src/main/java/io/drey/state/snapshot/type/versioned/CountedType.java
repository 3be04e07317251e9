// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.ElementsType;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.UnfitValueException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A count, then the elements.
 *
 * @param isVersioned whether the version of the elements follows the count; only their first one is
 *     known
 */
record CountedType(boolean isVersioned, ValueType element) implements ElementsType {
  private static final int VERSION = 0;

  static CountedType of(ValueType element) {
    return new CountedType(false, element);
  }

  /** With the version of the elements between. */
  CountedType versioned() {
    return new CountedType(true, element);
  }

  @Override
  public String text() {
    return "List<" + element.text() + ">";
  }

  @Override
  public void skip(ByteReader in) {
    for (int rest = readCount(in); rest > 0; rest--) {
      element.skip(in);
    }
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    out.beginArray();
    for (int rest = readCount(in); rest > 0; rest--) {
      element.write(in, out);
    }
    out.endArray();
  }

  private int readCount(ByteReader in) {
    int count = in.readCount();
    if (isVersioned) {
      in.expectInt(VERSION, "the version of the elements");
    }
    return count;
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    Collection<?> elements = Given.elements(value);
    out.writeInt(elements.size());
    if (isVersioned) {
      out.writeInt(VERSION);
    }
    int index = 0;
    for (Object each : elements) {
      try {
        element.encode(each, out);
      } catch (UnfitValueException e) {
        throw e.within("[" + index + "]");
      }
      index++;
    }
  }
}
