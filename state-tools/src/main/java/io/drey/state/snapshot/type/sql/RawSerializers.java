// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import static java.util.Map.entry;

import io.drey.state.snapshot.bytes.JavaObject;
import io.drey.state.snapshot.bytes.JavaObjectDigest;
import io.drey.state.snapshot.type.BigNumber;
import io.drey.state.snapshot.type.OpaqueType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;
import java.util.Map;

/**
 * The serializers of RAW values within arrays and maps: there they are Java objects in the logical
 * type, not snapshots, so that only those are known that have no settings.
 */
final class RawSerializers {
  private static final String PACKAGE = "org.apache.flink.api.common.typeutils.base.";
  private static final String SUFFIX = "Serializer";

  private static final Map<String, ValueType> BY_NAME =
      Map.ofEntries(
          entry("Boolean", Scalar.BOOLEAN),
          entry("Byte", Scalar.BYTE),
          entry("Short", Scalar.SHORT),
          entry("Int", Scalar.INT),
          entry("Long", Scalar.LONG),
          entry("Float", Scalar.FLOAT),
          entry("Double", Scalar.DOUBLE),
          entry("Char", Scalar.CHAR),
          entry("String", StringType.STRING),
          entry("BigDec", BigNumber.DECIMAL),
          entry("BigInt", BigNumber.INTEGER),
          entry("Date", Scalar.DATE),
          entry("Instant", Scalar.INSTANT),
          entry("LocalDate", Scalar.LOCAL_DATE),
          entry("LocalTime", Scalar.LOCAL_TIME),
          entry("LocalDateTime", Scalar.LOCAL_DATE_TIME));

  private RawSerializers() {}

  /** The values of a RAW type. */
  static SqlType of(JavaObject raw) {
    return raw.field("serializer") instanceof JavaObject serializer
        ? new SqlRaw(values(serializer))
        : SqlText.BYTES;
  }

  private static ValueType values(JavaObject serializer) {
    String name = serializer.className();
    ValueType known =
        name.startsWith(PACKAGE) && name.endsWith(SUFFIX)
            ? BY_NAME.get(name.substring(PACKAGE.length(), name.length() - SUFFIX.length()))
            : null;
    return known == null
        ? new OpaqueType(name, 0, JavaObjectDigest.of(serializer), List.of())
        : known;
  }
}
