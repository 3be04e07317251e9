// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.value.UnfitValueException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of two types, distinguished by a byte; shown as an object with a single member.
 *
 * @param firstMark the byte that precedes the first
 * @param secondMark the byte that precedes the second
 */
public record ChoiceType(String text, Field first, int firstMark, Field second, int secondMark)
    implements ValueType {
  public static ChoiceType of(
      String name, Field first, int firstMark, Field second, int secondMark) {
    String text = name + "<" + first.type().text() + ", " + second.type().text() + ">";
    return new ChoiceType(text, first, firstMark, second, secondMark);
  }

  @Override
  public void skip(ByteReader in) {
    chosen(in).type().skip(in);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    Field chosen = chosen(in);
    out.beginObject();
    out.name(chosen.encodedName());
    chosen.type().write(in, out);
    out.endObject();
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    Map<?, ?> members = Field.members(List.of(first, second), value);
    if (members.size() != 1) {
      throw new UnfitValueException(
          "an object of either " + first.name() + " or " + second.name(), value);
    }
    boolean isFirst = members.containsKey(first.name());
    out.writeByte(isFirst ? firstMark : secondMark);
    (isFirst ? first : second).encode(members, out);
  }

  private Field chosen(ByteReader in) {
    byte mark = in.readByte();
    if (mark == firstMark) {
      return first;
    }
    if (mark == secondMark) {
      return second;
    }
    throw in.malformed("invalid mark of one of two types: " + mark);
  }
}
