// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import java.util.function.BiConsumer;

/**
 * Values of a fixed size.
 *
 * @param size the number of bytes of a value
 */
public record Scalar(String text, int size, BiConsumer<ByteReader, ValueSink> writer)
    implements ValueType {
  public static final Scalar BOOLEAN =
      new Scalar("Boolean", 1, (in, out) -> out.bool(in.readBoolean()));
  public static final Scalar BYTE = new Scalar("Byte", 1, (in, out) -> out.number(in.readByte()));
  public static final Scalar SHORT =
      new Scalar("Short", 2, (in, out) -> out.number(in.readShort()));
  public static final Scalar INT = new Scalar("Int", 4, (in, out) -> out.number(in.readInt()));
  public static final Scalar LONG = new Scalar("Long", 8, (in, out) -> out.number(in.readLong()));
  public static final Scalar FLOAT =
      new Scalar("Float", 4, (in, out) -> out.number(in.readFloat()));
  public static final Scalar DOUBLE =
      new Scalar("Double", 8, (in, out) -> out.number(in.readDouble()));
  public static final Scalar CHAR =
      new Scalar("Char", 2, (in, out) -> out.text(String.valueOf((char) in.readShort())));
  public static final Scalar DATE = new Scalar("Date", 8, Times::date);
  public static final Scalar SQL_DATE = new Scalar("SqlDate", 8, Times::date);
  public static final Scalar SQL_TIME = new Scalar("SqlTime", 8, Times::date);
  public static final Scalar SQL_TIMESTAMP = new Scalar("SqlTimestamp", 12, Times::timestamp);
  public static final Scalar INSTANT = new Scalar("Instant", 12, Times::instant);
  public static final Scalar LOCAL_DATE = new Scalar("LocalDate", 6, Times::localDate);
  public static final Scalar LOCAL_TIME = new Scalar("LocalTime", 7, Times::localTime);
  public static final Scalar LOCAL_DATE_TIME =
      new Scalar("LocalDateTime", 13, Times::localDateTime);
  public static final Scalar TIME_WINDOW = new Scalar("TimeWindow", 16, Times::window);
  public static final Scalar COUNT_WINDOW =
      new Scalar("CountWindow", 8, (in, out) -> out.number(in.readLong()));
  public static final Scalar SORTED_LONG =
      new Scalar("Long", 8, (in, out) -> out.number(in.readLong() ^ Long.MIN_VALUE));
  public static final Scalar GLOBAL_WINDOW =
      new Scalar("GlobalWindow", 1, (in, out) -> mark(in, out, "GlobalWindow"));
  public static final Scalar VOID = new Scalar("Void", 1, Scalar::nothing);
  public static final Scalar NULL_VALUE = new Scalar("Null", 0, (in, out) -> out.nullValue());
  public static final Scalar TUPLE0 = new Scalar("Tuple0", 1, (in, out) -> mark(in, out, "Tuple0"));

  /** Returns the type of Flink's mutable wrapper, which differs only in its hash code. */
  public Scalar mutable() {
    return new Scalar(text, size, this::write);
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

  private static void nothing(ByteReader in, ValueSink out) {
    in.skip(1);
    out.nullValue();
  }

  private static void mark(ByteReader in, ValueSink out, String name) {
    in.skip(1);
    out.text(name);
  }
}
