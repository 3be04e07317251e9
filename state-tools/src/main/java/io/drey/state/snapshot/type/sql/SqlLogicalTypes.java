// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.JavaObject;
import io.drey.state.snapshot.type.ClassName;
import io.drey.state.snapshot.type.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the logical types of Flink SQL, which serializer snapshots contain as Java objects. */
final class SqlLogicalTypes {
  private final ByteReader in;

  private SqlLogicalTypes(ByteReader in) {
    this.in = in;
  }

  /** Reads a type. */
  static SqlType read(ByteReader in) {
    return new SqlLogicalTypes(in).type(JavaObject.read(in));
  }

  private SqlType type(@Nullable Object object) {
    if (!(object instanceof JavaObject type)) {
      throw in.malformed("a logical type is missing");
    }
    return switch (ClassName.simple(type.className())) {
      case "BooleanType" -> SqlScalar.BOOLEAN;
      case "TinyIntType" -> SqlScalar.TINYINT;
      case "SmallIntType" -> SqlScalar.SMALLINT;
      case "IntType", "YearMonthIntervalType" -> SqlScalar.INT;
      case "BigIntType", "DayTimeIntervalType" -> SqlScalar.BIGINT;
      case "FloatType" -> SqlScalar.FLOAT;
      case "DoubleType" -> SqlScalar.DOUBLE;
      case "DateType" -> SqlScalar.DATE;
      case "TimeType" -> SqlScalar.TIME;
      case "NullType" -> SqlScalar.NULL;
      case "CharType", "VarCharType" -> SqlText.STRING;
      case "BinaryType", "VarBinaryType", "TypeInformationRawType" -> SqlText.BYTES;
      case "RawType" -> RawSerializers.of(type);
      case "BitmapType" -> SqlVariant.BITMAP;
      case "VariantType" -> SqlVariant.VARIANT;
      case "DecimalType" -> new SqlDecimal(type.number("precision"), type.number("scale"));
      case "TimestampType" -> new SqlTimestamp(type.number("precision"), false);
      case "LocalZonedTimestampType" -> new SqlTimestamp(type.number("precision"), true);
      default -> composed(type);
    };
  }

  private SqlType composed(JavaObject type) {
    return switch (ClassName.simple(type.className())) {
      case "ArrayType" -> new SqlArray(type(type.field("elementType")));
      case "MultisetType" -> new SqlMap(type(type.field("elementType")), SqlScalar.INT);
      case "MapType" -> new SqlMap(type(type.field("keyType")), type(type.field("valueType")));
      case "RowType" -> new SqlRow(fields(type.field("fields")), true);
      case "StructuredType" -> new SqlRow(fields(type.field("attributes")), true);
      case "DistinctType" -> type(type.field("sourceType"));
      default -> throw in.malformed("unknown logical type: " + type.className());
    };
  }

  /** Returns the elements of a list, also within one of the JDK's list wrappers. */
  private List<Field> fields(@Nullable Object list) {
    if (!(list instanceof JavaObject collection)) {
      throw in.malformed("a row has no fields");
    }
    for (String wrapped : List.of("list", "c")) {
      if (collection.field(wrapped) instanceof JavaObject inner) {
        return fields(inner);
      }
    }
    Object array = collection.field("a");
    List<Field> fields = new ArrayList<>();
    for (Object element : array instanceof List<?> all ? all : collection.contents()) {
      if (!(element instanceof JavaObject field) || !(field.field("name") instanceof String name)) {
        throw in.malformed("a field of a row has no name");
      }
      fields.add(Field.of(name, type(field.field("type"))));
    }
    return fields;
  }
}
