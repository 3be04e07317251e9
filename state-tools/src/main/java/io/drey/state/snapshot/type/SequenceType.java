// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.UnfitValueException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Lists, sets and arrays: a count, then the elements. */
public record SequenceType(String text, ValueType element, Marks marks) implements ElementsType {
  /** What precedes each element. */
  public enum Marks {
    NONE,
    /** In sets only. */
    TRUE_IF_NULL,
    TRUE_IF_PRESENT
  }

  public static SequenceType list(ValueType element) {
    return new SequenceType("List<" + element.text() + ">", element, Marks.NONE);
  }

  public static SequenceType set(ValueType element) {
    return new SequenceType("Set<" + element.text() + ">", element, Marks.TRUE_IF_NULL);
  }

  public static SequenceType array(ValueType element) {
    return new SequenceType(element.text() + "[]", element, Marks.TRUE_IF_PRESENT);
  }

  public static SequenceType arrayWithoutNulls(ValueType element) {
    return new SequenceType(element.text() + "[]", element, Marks.NONE);
  }

  /** Whether it is a list, whose elements no mark precedes. */
  public boolean isList() {
    return marks == Marks.NONE && !isArray();
  }

  /** Whether it is an array. */
  public boolean isArray() {
    return text.endsWith("[]");
  }

  @Override
  public void skip(ByteReader in) {
    for (int rest = in.readCount(); rest > 0; rest--) {
      if (isPresent(in)) {
        element.skip(in);
      }
    }
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    if (marks == Marks.TRUE_IF_NULL) {
      out.beginSet();
    } else {
      out.beginArray();
    }
    for (int rest = in.readCount(); rest > 0; rest--) {
      if (isPresent(in)) {
        element.write(in, out);
      } else {
        out.nullValue();
      }
    }
    out.endArray();
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    Collection<?> elements = Given.elements(value);
    out.writeInt(elements.size());
    int index = 0;
    for (Object each : elements) {
      encodeElement(each, index++, out);
    }
  }

  private void encodeElement(@Nullable Object value, int index, ByteWriter out) {
    if (marks != Marks.NONE) {
      out.writeBoolean((value == null) == (marks == Marks.TRUE_IF_NULL));
      if (value == null) {
        return;
      }
    }
    try {
      element.encode(value, out);
    } catch (UnfitValueException e) {
      throw e.within("[" + index + "]");
    }
  }

  private boolean isPresent(ByteReader in) {
    return marks == Marks.NONE || in.readBoolean() == (marks == Marks.TRUE_IF_PRESENT);
  }
}
