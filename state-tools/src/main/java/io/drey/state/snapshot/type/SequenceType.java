// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;

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

  private boolean isPresent(ByteReader in) {
    return marks == Marks.NONE || in.readBoolean() == (marks == Marks.TRUE_IF_PRESENT);
  }
}
