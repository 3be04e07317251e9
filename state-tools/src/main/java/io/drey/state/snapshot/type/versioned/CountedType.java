// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ElementsType;
import io.drey.state.snapshot.type.ValueType;

/**
 * A count, then the elements.
 *
 * @param gap the bytes between, which say nothing: the version of the elements
 * @param elementGap the bytes before each element, which say nothing: its length
 */
record CountedType(int gap, int elementGap, ValueType element) implements ElementsType {
  static CountedType of(ValueType element) {
    return new CountedType(0, 0, element);
  }

  @Override
  public String text() {
    return "List<" + element.text() + ">";
  }

  @Override
  public void skip(ByteReader in) {
    int count = in.readCount();
    in.skip(gap);
    for (int rest = count; rest > 0; rest--) {
      in.skip(elementGap);
      element.skip(in);
    }
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    int count = in.readCount();
    in.skip(gap);
    out.beginArray();
    for (int rest = count; rest > 0; rest--) {
      in.skip(elementGap);
      element.write(in, out);
    }
    out.endArray();
  }
}
