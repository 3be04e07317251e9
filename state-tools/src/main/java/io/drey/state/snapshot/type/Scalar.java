// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.Times;
import io.drey.state.snapshot.value.UnfitValueException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Values of a fixed size.
 *
 * @param size the number of bytes of a value
 */
public record Scalar(
    String text,
    int size,
    BiConsumer<ByteReader, ValueSink> writer,
    BiConsumer<@Nullable Object, ByteWriter> encoder)
    implements ValueType {
  public static final Scalar BOOLEAN =
      new Scalar(
          "Boolean",
          1,
          (in, out) -> out.bool(in.readBoolean()),
          (value, out) -> out.writeBoolean(Given.bool(value)));
  public static final Scalar BYTE =
      new Scalar(
          "Byte",
          1,
          (in, out) -> out.number(in.readByte()),
          (value, out) ->
              out.writeByte((int) Given.integer(value, Byte.MIN_VALUE, Byte.MAX_VALUE)));
  public static final Scalar SHORT =
      new Scalar(
          "Short",
          2,
          (in, out) -> out.number(in.readShort()),
          (value, out) ->
              out.writeShort((int) Given.integer(value, Short.MIN_VALUE, Short.MAX_VALUE)));
  public static final Scalar INT =
      new Scalar(
          "Int",
          4,
          (in, out) -> out.number(in.readInt()),
          (value, out) ->
              out.writeInt((int) Given.integer(value, Integer.MIN_VALUE, Integer.MAX_VALUE)));
  public static final Scalar LONG =
      new Scalar(
          "Long",
          8,
          (in, out) -> out.number(in.readLong()),
          (value, out) -> out.writeLong(Given.integer(value)));
  public static final Scalar FLOAT =
      new Scalar(
          "Float",
          4,
          (in, out) -> out.number(in.readFloat()),
          (value, out) -> out.writeFloat((float) Given.real(value)));
  public static final Scalar DOUBLE =
      new Scalar(
          "Double",
          8,
          (in, out) -> out.number(in.readDouble()),
          (value, out) -> out.writeDouble(Given.real(value)));
  public static final Scalar CHAR =
      new Scalar(
          "Char",
          2,
          (in, out) -> out.text(String.valueOf((char) in.readShort())),
          (value, out) -> out.writeShort(character(value)));
  public static final Scalar DATE = new Scalar("Date", 8, Times::date, Times::encodeDate);
  public static final Scalar SQL_DATE = new Scalar("SqlDate", 8, Times::date, Times::encodeDate);
  public static final Scalar SQL_TIME = new Scalar("SqlTime", 8, Times::date, Times::encodeDate);
  public static final Scalar SQL_TIMESTAMP =
      new Scalar("SqlTimestamp", 12, Times::timestamp, Times::encodeTimestamp);
  public static final Scalar INSTANT =
      new Scalar("Instant", 12, Times::instant, Times::encodeInstant);
  public static final Scalar LOCAL_DATE =
      new Scalar("LocalDate", 6, Times::localDate, Times::encodeLocalDate);
  public static final Scalar LOCAL_TIME =
      new Scalar("LocalTime", 7, Times::localTime, Times::encodeLocalTime);
  public static final Scalar LOCAL_DATE_TIME =
      new Scalar("LocalDateTime", 13, Times::localDateTime, Times::encodeLocalDateTime);
  public static final Scalar TIME_WINDOW =
      new Scalar("TimeWindow", 16, Times::window, Times::encodeWindow);
  public static final Scalar COUNT_WINDOW =
      new Scalar(
          "CountWindow",
          8,
          (in, out) -> out.number(in.readLong()),
          (value, out) -> out.writeLong(Given.integer(value)));
  public static final Scalar SORTED_LONG =
      new Scalar(
          "Long",
          8,
          (in, out) -> out.number(in.readLong() ^ Long.MIN_VALUE),
          (value, out) -> out.writeLong(Given.integer(value) ^ Long.MIN_VALUE));
  public static final Scalar GLOBAL_WINDOW =
      new Scalar(
          "GlobalWindow",
          1,
          (in, out) -> mark(in, out, "GlobalWindow"),
          (value, out) -> out.writeByte(0));
  public static final Scalar VOID =
      new Scalar("Void", 1, Scalar::nothing, (value, out) -> out.writeByte(0));
  public static final Scalar NULL_VALUE =
      new Scalar("Null", 0, (in, out) -> out.nullValue(), (value, out) -> {});
  public static final Scalar TUPLE0 =
      new Scalar(
          "Tuple0", 1, (in, out) -> mark(in, out, "Tuple0"), (value, out) -> out.writeByte(0));

  /** Returns the type of Flink's mutable wrapper, which differs only in its hash code. */
  public Scalar mutable() {
    return new Scalar(text, size, this::write, this::encode);
  }

  @Override
  public void skip(ByteReader in) {
    in.skip(size);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    in.require(size);
    writer.accept(in, out);
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    encoder.accept(value, out);
  }

  private static char character(@Nullable Object value) {
    String text = Given.text(value);
    if (text.length() != 1) {
      throw new UnfitValueException("one character", value);
    }
    return text.charAt(0);
  }

  private static void nothing(ByteReader in, ValueSink out) {
    in.skip(1);
    out.nullValue();
  }

  private static void mark(ByteReader in, ValueSink out, String name) {
    in.skip(1);
    out.text(name);
  }
}
