// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.meaning.Meaning;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.BigNumber;
import io.drey.state.snapshot.type.BytesType;
import io.drey.state.snapshot.type.ElementsType;
import io.drey.state.snapshot.type.EntriesType;
import io.drey.state.snapshot.type.EnumType;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.LogicalType;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.NullableType;
import io.drey.state.snapshot.type.OpaqueType;
import io.drey.state.snapshot.type.PojoType;
import io.drey.state.snapshot.type.RowType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.SequenceType.Marks;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.type.drey.EventType;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SqlTypesTest {
  private static final OpaqueType KRYO = new OpaqueType("Kryo<A>", 0);

  @Test
  void givesSingleValuesTheirTypes() {
    assertType(Scalar.BOOLEAN, "BOOLEAN");
    assertType(Scalar.CHAR, "STRING");
    assertType(Scalar.DATE, "TIMESTAMP_LTZ(3)");
    assertType(Scalar.INSTANT, "TIMESTAMP_LTZ(9)");
    assertType(Scalar.LOCAL_DATE_TIME, "TIMESTAMP(9)");
    assertType(Scalar.TIME_WINDOW, "ROW<`start` TIMESTAMP_LTZ(3), `end` TIMESTAMP_LTZ(3)>");
    assertType(BigNumber.DECIMAL, "DECIMAL(38, 18)");
    assertType(BigNumber.INTEGER, "DECIMAL(38, 0)");
    assertType(BytesType.BYTES, "BYTES");
    assertType(EventType.EVENT, "STRING");
    assertType(new EnumType("E", List.of("A")), "STRING");
  }

  @Test
  void looksThroughWhatFlinkWraps() {
    assertType(new TtlType(new NullableType(Scalar.LONG, 0)), "BIGINT");
  }

  @Test
  void takesWhatDreyMeansByNumbersAndTexts() {
    ValueType instant = new LogicalType(Scalar.LONG, Meaning.INSTANT);

    assertType(new NullableType(instant, 0), "TIMESTAMP_LTZ(3)");
    assertType(new LogicalType(StringType.STRING, Meaning.JSON), "STRING");
    assertType(new LogicalType(BytesType.BYTES, Meaning.SKETCH), "STRING");
  }

  @Test
  void nestsTypes() {
    ValueType list = new SequenceType("", Scalar.INT, Marks.NONE);
    ValueType pojo = pojo(List.of(), field("a", list), field("b.c", Scalar.DOUBLE));

    assertType(new MapType(Scalar.LONG, pojo), "MAP<BIGINT, ROW<`a` ARRAY<INT>, `b.c` DOUBLE>>");
  }

  @Test
  void findsTheListsAndMapsOfAnyFormat() {
    ValueType list = new Elements(Scalar.INT);

    assertType(list, "ARRAY<INT>");
    assertType(new Entries(StringType.STRING, list), "MAP<STRING, ARRAY<INT>>");
  }

  @Test
  void looksThroughWrappersOfAnyFormat() {
    assertType(new Wrapper(() -> pojo(List.of(), field("a", Scalar.INT))), "ROW<`a` INT>");
    assertType(new Wrapper(() -> KRYO), "STRING");
  }

  @Test
  void givesWhatRefersToItselfAsJson() {
    Wrapper[] node = new Wrapper[1];
    node[0] =
        new Wrapper(
            () -> pojo(List.of(), field("next", new Elements(node[0])), field("a", Scalar.INT)));

    assertType(node[0], "ROW<`next` ARRAY<STRING>, `a` INT>");
  }

  @Test
  void hasNoTypeForWhatOnlyTheJobCanDecode() {
    assertThat(SqlTypes.of(KRYO)).isNull();
    assertThat(SqlTypes.of(new SequenceType("", KRYO, Marks.NONE))).isNull();
    assertThat(SqlTypes.of(new MapType(Scalar.INT, KRYO))).isNull();
    assertThat(SqlTypes.of(pojo(List.of(), field("a", KRYO)))).isNull();
    assertThat(StateColumn.of("value", KRYO, SqlTypes.of(KRYO)).comment())
        .isEqualTo("bytes of Kryo<A>");
  }

  @Test
  void givesWhatItDoesNotKnowAsJson() {
    Field a = field("a", Scalar.INT);

    assertType(pojo(List.of(a), a), "STRING");
    assertType(pojo(List.of(), a, a), "STRING");
    assertType(new RowType(List.of(), false), "STRING");
    assertType(new Unknown(), "STRING");
  }

  private static void assertType(ValueType type, String sql) {
    assertThat(SqlTypes.of(type)).hasToString(sql);
  }

  private static PojoType pojo(List<Field> subclasses, Field... fields) {
    return new PojoType("A", List.of(fields), subclasses, List.of());
  }

  private static Field field(String name, ValueType type) {
    return Field.of(name, type);
  }

  /** A type that came after this package. */
  private static class Unknown implements ValueType {
    @Override
    public String text() {
      return "?";
    }

    @Override
    public void skip(ByteReader in) {}

    @Override
    public void write(ByteReader in, ValueSink out) {}
  }

  private static final class Elements extends Unknown implements ElementsType {
    private final ValueType element;

    Elements(ValueType element) {
      this.element = element;
    }

    @Override
    public ValueType element() {
      return element;
    }
  }

  private static final class Entries extends Unknown implements EntriesType {
    private final ValueType key;
    private final ValueType value;

    Entries(ValueType key, ValueType value) {
      this.key = key;
      this.value = value;
    }

    @Override
    public ValueType key() {
      return key;
    }

    @Override
    public ValueType value() {
      return value;
    }
  }

  private static final class Wrapper extends Unknown {
    private final Supplier<ValueType> bare;

    Wrapper(Supplier<ValueType> bare) {
      this.bare = bare;
    }

    @Override
    public ValueType bare() {
      return bare.get();
    }
  }
}
