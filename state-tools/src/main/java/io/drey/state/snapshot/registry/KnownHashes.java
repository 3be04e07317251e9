// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import static java.util.Map.entry;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.BigNumber;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.FieldsType;
import io.drey.state.snapshot.type.LogicalType;
import io.drey.state.snapshot.type.NullableType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.type.sql.SqlRow;
import io.drey.state.snapshot.value.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The types whose hashes are known. */
final class KnownHashes {
  private static final KeyHash DATE = in -> Long.hashCode(in.readLong());

  private static final Map<ValueType, KeyHash> OF_SINGLE_VALUES =
      Map.ofEntries(
          entry(Scalar.BOOLEAN, in -> Boolean.hashCode(in.readBoolean())),
          entry(Scalar.BYTE, ByteReader::readByte),
          entry(Scalar.SHORT, ByteReader::readShort),
          entry(Scalar.INT, ByteReader::readInt),
          entry(Scalar.LONG, in -> Long.hashCode(in.readLong())),
          entry(Scalar.FLOAT, in -> Float.hashCode(in.readFloat())),
          entry(Scalar.DOUBLE, in -> Double.hashCode(in.readDouble())),
          entry(Scalar.CHAR, ByteReader::readUnsignedShort),
          entry(Scalar.DATE, DATE),
          entry(Scalar.SQL_DATE, DATE),
          entry(Scalar.SQL_TIME, DATE),
          entry(Scalar.SQL_TIMESTAMP, KnownHashes::timestamp),
          entry(Scalar.INSTANT, in -> Times.hash(in, Times::readInstant)),
          entry(Scalar.LOCAL_DATE, in -> Times.hash(in, Times::readDate)),
          entry(Scalar.LOCAL_TIME, in -> Times.hash(in, Times::readTime)),
          entry(Scalar.LOCAL_DATE_TIME, in -> Times.hash(in, Times::readDateTime)),
          entry(Scalar.TUPLE0, KnownHashes::tuple0),
          entry(StringType.STRING, StringType.STRING::hash),
          entry(BigNumber.INTEGER, in -> Objects.hashCode(BigNumber.INTEGER.read(in))),
          entry(BigNumber.DECIMAL, in -> Objects.hashCode(BigNumber.DECIMAL.read(in))));

  private KnownHashes() {}

  static @Nullable KeyHash of(ValueType key) {
    ValueType type = LogicalType.plain(key);
    if (type instanceof NullableType nullable) {
      return nullable(nullable);
    }
    if (type instanceof SqlRow) {
      return SqlRow::hash;
    }
    return type instanceof FieldsType fields && fields.isTuple()
        ? tuple(fields.fields())
        : OF_SINGLE_VALUES.get(type);
  }

  private static @Nullable KeyHash nullable(NullableType type) {
    KeyHash value = of(type.value());
    return value == null ? null : in -> type.passesNull(in) ? 0 : value.read(in);
  }

  private static @Nullable KeyHash tuple(List<Field> fields) {
    List<KeyHash> parts = new ArrayList<>();
    for (Field field : fields) {
      KeyHash part = of(field.type());
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return in -> {
      int hash = 0;
      for (KeyHash part : parts) {
        hash = 31 * hash + part.read(in);
      }
      return hash;
    };
  }

  /** Hashes a timestamp, without its nanoseconds. */
  private static int timestamp(ByteReader in) {
    int hash = Long.hashCode(in.readLong());
    in.skip(Integer.BYTES);
    return hash;
  }

  private static int tuple0(ByteReader in) {
    in.skip(1);
    return 0;
  }
}
