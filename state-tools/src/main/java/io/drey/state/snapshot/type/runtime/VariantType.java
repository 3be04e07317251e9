// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;
import org.apache.flink.types.variant.BinaryVariant;

/** Variants: the lengths of the value and of its dictionary of names, and both of them. */
public enum VariantType implements ValueType {
  VARIANT;

  @Override
  public String text() {
    return "Variant";
  }

  @Override
  public void skip(ByteReader in) {
    long value = in.readCount();
    in.skip(in.readCount() + value);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    long from = in.offset();
    int value = in.readCount();
    int names = in.readCount();
    byte[] valueBytes = in.readBytes(value);
    write(in, valueBytes, in.readBytes(names), out);
    writeOriginal(in, from, out);
  }

  /**
   * Writes a variant.
   *
   * @param in where it was read, for error messages
   */
  public static void write(ByteReader in, byte[] value, byte[] names, ValueSink out) {
    byte[] text;
    try {
      text = new BinaryVariant(value, names).toJson().getBytes(UTF_8);
    } catch (RuntimeException | StackOverflowError e) {
      throw in.malformed("invalid variant");
    }
    out.raw(text, 0, text.length);
  }
}
