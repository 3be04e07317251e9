// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.operators.meaning.Meaning;
import io.drey.state.snapshot.type.BigNumber;
import io.drey.state.snapshot.type.BytesType;
import io.drey.state.snapshot.type.ChoiceType;
import io.drey.state.snapshot.type.ElementsType;
import io.drey.state.snapshot.type.EntriesType;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.LogicalType;
import io.drey.state.snapshot.type.MomentType;
import io.drey.state.snapshot.type.NullableType;
import io.drey.state.snapshot.type.OptionalType;
import io.drey.state.snapshot.type.PojoType;
import io.drey.state.snapshot.type.RecordType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.jspecify.annotations.Nullable;

/** The SQL types of states. What SQL has no type for is a string, often of JSON. */
final class SqlTypes {
  /** The scale of unbounded decimals. */
  static final int DECIMAL_SCALE = 18;

  static final DataType MILLIS = DataTypes.TIMESTAMP_LTZ(3);

  private static final int DECIMAL_PRECISION = 38;
  private static final DataType NANOS = DataTypes.TIMESTAMP_LTZ(9);
  private static final DataType WINDOW =
      DataTypes.ROW(DataTypes.FIELD("start", MILLIS), DataTypes.FIELD("end", MILLIS));
  private static final Map<ValueType, DataType> SIMPLE = simple();

  /** The wrappers around the type at hand. */
  private final Set<ValueType> open = Collections.newSetFromMap(new IdentityHashMap<>());

  private SqlTypes() {}

  private static Map<ValueType, DataType> simple() {
    Map<ValueType, DataType> types = new HashMap<>();
    types.put(Scalar.BOOLEAN, DataTypes.BOOLEAN());
    types.put(Scalar.BYTE, DataTypes.TINYINT());
    types.put(Scalar.SHORT, DataTypes.SMALLINT());
    types.put(Scalar.INT, DataTypes.INT());
    types.put(Scalar.LONG, DataTypes.BIGINT());
    types.put(Scalar.FLOAT, DataTypes.FLOAT());
    types.put(Scalar.DOUBLE, DataTypes.DOUBLE());
    types.put(Scalar.DATE, MILLIS);
    types.put(Scalar.SQL_DATE, MILLIS);
    types.put(Scalar.SQL_TIME, MILLIS);
    types.put(Scalar.SQL_TIMESTAMP, NANOS);
    types.put(Scalar.INSTANT, NANOS);
    types.put(Scalar.LOCAL_DATE, DataTypes.DATE());
    types.put(Scalar.LOCAL_TIME, DataTypes.TIME(3));
    types.put(Scalar.LOCAL_DATE_TIME, DataTypes.TIMESTAMP(9));
    types.put(Scalar.TIME_WINDOW, WINDOW);
    types.put(Scalar.COUNT_WINDOW, DataTypes.BIGINT());
    types.put(BigNumber.INTEGER, DataTypes.DECIMAL(DECIMAL_PRECISION, 0));
    types.put(BigNumber.DECIMAL, DataTypes.DECIMAL(DECIMAL_PRECISION, DECIMAL_SCALE));
    types.put(BytesType.BYTES, DataTypes.BYTES());
    return types;
  }

  /** Returns the type of a column; null if only the job's classes can decode its values. */
  static @Nullable DataType of(ValueType type) {
    return new SqlTypes().type(type);
  }

  private @Nullable DataType type(ValueType type) {
    if (type.isOpaque()) {
      return type.hasJobClasses() ? DataTypes.STRING() : null;
    }
    if (type instanceof TtlType ttl) {
      return type(ttl.value());
    }
    if (type instanceof NullableType nullable) {
      return type(nullable.value());
    }
    if (type instanceof OptionalType optional) {
      return type(optional.value());
    }
    if (type instanceof LogicalType meant) {
      return meant.meaning() == Meaning.INSTANT ? MILLIS : DataTypes.STRING();
    }
    return type.bare() == type ? nested(type) : bare(type);
  }

  /** Returns the type of what is wrapped; STRING where it refers to itself, or may be bytes. */
  private DataType bare(ValueType type) {
    DataType bare = open.add(type) ? type(type.bare()) : null;
    open.remove(type);
    return bare == null ? DataTypes.STRING() : bare;
  }

  private @Nullable DataType nested(ValueType type) {
    if (type instanceof ElementsType list) {
      return arrayOf(type(list.element()));
    }
    if (type instanceof EntriesType map) {
      return mapOf(type(map.key()), type(map.value()));
    }
    if (type instanceof ChoiceType choice) {
      return row(List.of(choice.first(), choice.second()));
    }
    if (type instanceof MomentType) {
      return MILLIS;
    }
    return type instanceof RecordType record
        ? row(record)
        : SIMPLE.getOrDefault(type, DataTypes.STRING());
  }

  static @Nullable DataType arrayOf(@Nullable DataType element) {
    return element == null ? null : DataTypes.ARRAY(element);
  }

  private static @Nullable DataType mapOf(@Nullable DataType key, @Nullable DataType value) {
    return key == null || value == null ? null : DataTypes.MAP(key, value);
  }

  /** Returns the row type of a class, or STRING if it has subclasses, whose fields differ. */
  private @Nullable DataType row(RecordType type) {
    boolean hasSubclasses =
        type instanceof PojoType pojo && !(pojo.registered().isEmpty() && pojo.others().isEmpty());
    return hasSubclasses ? DataTypes.STRING() : row(type.fields());
  }

  private @Nullable DataType row(List<Field> fields) {
    List<DataTypes.Field> columns = new ArrayList<>();
    for (Field field : fields) {
      DataType type = type(field.type());
      if (type == null) {
        return null;
      }
      columns.add(DataTypes.FIELD(field.name(), type));
    }
    long names = fields.stream().map(Field::name).distinct().count();
    return columns.isEmpty() || names < columns.size()
        ? DataTypes.STRING()
        : DataTypes.ROW(columns);
  }
}
