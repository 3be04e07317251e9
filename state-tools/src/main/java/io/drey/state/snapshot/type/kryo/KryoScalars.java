// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.kryo;

import static java.util.Map.entry;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.Varint;
import io.drey.state.snapshot.value.Times;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The classes of the JDK whose objects are scalars. */
final class KryoScalars {
  private static final Map<String, Scalar> OF_ALL_VERSIONS =
      Map.ofEntries(
          entry("java.lang.String", (version, in, json) -> json.text(KryoInput.readString(in))),
          entry("java.lang.Boolean", (version, in, json) -> json.bool(in.readBoolean())),
          entry("java.lang.Byte", (version, in, json) -> json.number(in.readByte())),
          entry("java.lang.Short", (version, in, json) -> json.number(version.readShort(in))),
          entry("java.lang.Integer", (version, in, json) -> json.number(zigzagInt(in))),
          entry("java.lang.Long", (version, in, json) -> json.number(zigzagLong(in))),
          entry("java.lang.Character", KryoScalars::character),
          entry("java.lang.Float", KryoScalars::floating),
          entry("java.lang.Double", KryoScalars::doubling),
          entry("java.math.BigInteger", (version, in, json) -> json.literal(text(bigInteger(in)))),
          entry("java.math.BigDecimal", (version, in, json) -> json.literal(text(bigDecimal(in)))),
          entry("java.util.Date", KryoScalars::date),
          entry("java.sql.Date", KryoScalars::date),
          entry("java.sql.Time", KryoScalars::date),
          entry("java.net.URI", (version, in, json) -> json.text(KryoInput.readString(in))),
          entry("java.util.Currency", (version, in, json) -> json.text(KryoInput.readString(in))),
          entry("java.util.UUID", KryoScalars::uuid),
          entry("[B", KryoScalars::bytes));

  /** Known for Kryo 5 only: Kryo 2 writes these classes with its generic field serializer. */
  private static final Map<String, Scalar> OF_FIVE =
      Map.of(
          "java.time.Instant", time(in -> Instant.ofEpochSecond(varlong(in), varint(in))),
          "java.time.LocalDate", time(KryoScalars::localDate),
          "java.time.LocalTime", time(KryoScalars::localTime),
          "java.time.LocalDateTime", time(in -> LocalDateTime.of(localDate(in), localTime(in))),
          "java.time.Duration",
              time(in -> Duration.ofSeconds(KryoVersion.FIVE.readLong(in), varint(in))));

  private KryoScalars() {}

  /** Returns how objects of a class are written; null if they are not scalars. */
  static @Nullable Scalar of(String className, KryoVersion version) {
    Scalar scalar = OF_ALL_VERSIONS.get(className);
    return scalar == null && version == KryoVersion.FIVE ? OF_FIVE.get(className) : scalar;
  }

  /** Writes a scalar as JSON. */
  interface Scalar {
    void write(KryoVersion version, ByteReader in, JsonWriter json);
  }

  private static Scalar time(Times.Reading reading) {
    return (version, in, json) -> Times.text(in, json, reading);
  }

  private static int varint(ByteReader in) {
    return Varint.read(in);
  }

  private static long varlong(ByteReader in) {
    return KryoInput.readVarlong(in);
  }

  private static int zigzagInt(ByteReader in) {
    int value = Varint.read(in);
    return (value >>> 1) ^ -(value & 1);
  }

  private static long zigzagLong(ByteReader in) {
    long value = KryoInput.readVarlong(in);
    return (value >>> 1) ^ -(value & 1);
  }

  private static void character(KryoVersion version, ByteReader in, JsonWriter json) {
    json.text(String.valueOf((char) version.readShort(in)));
  }

  private static void floating(KryoVersion version, ByteReader in, JsonWriter json) {
    json.number(Float.intBitsToFloat(version.readInt(in)));
  }

  private static void doubling(KryoVersion version, ByteReader in, JsonWriter json) {
    json.number(Double.longBitsToDouble(version.readLong(in)));
  }

  private static void date(KryoVersion version, ByteReader in, JsonWriter json) {
    json.instant(varlong(in));
  }

  private static void uuid(KryoVersion version, ByteReader in, JsonWriter json) {
    long high = version == KryoVersion.TWO ? zigzagLong(in) : version.readLong(in);
    long low = version == KryoVersion.TWO ? zigzagLong(in) : version.readLong(in);
    json.quoted(new java.util.UUID(high, low).toString());
  }

  private static void bytes(KryoVersion version, ByteReader in, JsonWriter json) {
    int length = length(in);
    json.base64(in.bytes(), in.position(), length);
    in.skip(length);
  }

  private static BigInteger bigInteger(ByteReader in) {
    int length = length(in);
    if (length == 0) {
      throw in.malformed("a number has no bytes");
    }
    return new BigInteger(in.readBytes(length));
  }

  private static BigDecimal bigDecimal(ByteReader in) {
    return new BigDecimal(bigInteger(in), zigzagInt(in));
  }

  private static String text(Object number) {
    return number.toString();
  }

  /** Reads the length of a byte array that is not null, and buffers the array. */
  private static int length(ByteReader in) {
    int length = varint(in) - 1;
    if (length < 0 || length > in.remaining()) {
      throw in.malformed("invalid length: " + length);
    }
    in.require(length);
    return length;
  }

  private static LocalDate localDate(ByteReader in) {
    return LocalDate.of(varint(in), in.readByte(), in.readByte());
  }

  /** Reads a time, whose last part that is not zero is complemented, except nanoseconds. */
  private static LocalTime localTime(ByteReader in) {
    int hour = in.readByte();
    if (hour < 0) {
      return LocalTime.of(~hour, 0);
    }
    int minute = in.readByte();
    if (minute < 0) {
      return LocalTime.of(hour, ~minute);
    }
    int second = in.readByte();
    return second < 0
        ? LocalTime.of(hour, minute, ~second)
        : LocalTime.of(hour, minute, second, varint(in));
  }
}
