// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.UnfitValueException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Strings as {@link java.io.DataOutput#writeUTF} writes them. */
public record UtfType(Predicate<String> rule) implements ValueType {
  public static final UtfType TEXT =
      new UtfType(text -> text.chars().noneMatch(Character::isISOControl));

  @Override
  public String text() {
    return "String";
  }

  @Override
  public void skip(ByteReader in) {
    read(in);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    out.text(read(in));
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    String text = Given.text(value);
    if (!rule.test(text)) {
      throw new UnfitValueException("a text that is legal here", text);
    }
    out.writeUtf(text);
  }

  private String read(ByteReader in) {
    String read = in.readUtf();
    if (!rule.test(read)) {
      throw in.malformed("not a text as it should be");
    }
    return read;
  }
}
