// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.ValueType;
import java.util.Map;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.utils.LogicalTypeParser;
import org.junit.jupiter.api.Test;

class CellsTest {
  private static final byte[] TEXT = {2, 'x'};

  /** Values that could be decoded by chance, but not by their type. */
  private static final ValueType OPAQUE =
      new ValueType() {
        @Override
        public String text() {
          return "Kryo<A>";
        }

        @Override
        public boolean isOpaque() {
          return true;
        }

        @Override
        public void skip(ByteReader in) {}

        @Override
        public void write(ByteReader in, ValueSink out) {
          StringType.STRING.write(in, out);
        }
      };

  private Cells cells = cells("`key` STRING, `value` STRING");

  @Test
  void readsTheMembersThatColumnsHold() {
    assertThat(read(StringType.STRING, StringType.STRING, TEXT))
        .isEqualTo(GenericRowData.of(StringData.fromString("x"), StringData.fromString("x")));
  }

  @Test
  void hasNullForWhatARowDoesNotHave() {
    cells = cells("`namespace` STRING, `key` STRING, `last_access` TIMESTAMP_LTZ(3)");

    assertThat(read(StringType.STRING, StringType.STRING, TEXT))
        .isEqualTo(GenericRowData.of(null, StringData.fromString("x"), null));
    assertThat(cells.undecoded() + cells.damaged() + cells.unfit()).isZero();
  }

  @Test
  void hasNullForWhatIsDamaged() {
    assertThat(read(StringType.STRING, SequenceType.list(StringType.STRING), TEXT))
        .isEqualTo(GenericRowData.of(StringData.fromString("x"), null));
    assertThat(read(StringType.STRING, StringType.STRING, new byte[] {2, 'x', 0}))
        .isEqualTo(GenericRowData.of(null, null));
    assertThat(cells.damaged()).isEqualTo(3);
    assertThat(cells.undecoded() + cells.unfit()).isZero();
  }

  @Test
  void hasNullForWhatOnlyTheJobCanDecode() {
    assertThat(read(StringType.STRING, OPAQUE, TEXT))
        .isEqualTo(GenericRowData.of(StringData.fromString("x"), null));
    assertThat(cells.undecoded()).isEqualTo(1);
    assertThat(cells.damaged() + cells.unfit()).isZero();
  }

  @Test
  void hasItsBytesWhereTheColumnHoldsBytes() {
    cells = cells("`key` BYTES, `value` BYTES");

    RowData row = read(OPAQUE, SequenceType.list(OPAQUE), TEXT);

    assertThat(row.getBinary(0)).isEqualTo(TEXT);
    assertThat(row.getBinary(1)).isEqualTo(TEXT);
    assertThat(cells.undecoded() + cells.damaged() + cells.unfit()).isZero();
  }

  @Test
  void countsWhatDoesNotFitItsColumn() {
    cells = cells("`key` INT, `value` ARRAY<INT>");

    assertThat(read(StringType.STRING, StringType.STRING, TEXT))
        .isEqualTo(GenericRowData.of(null, null));
    assertThat(cells.unfit()).isEqualTo(2);
  }

  private RowData read(ValueType key, ValueType value, byte[] bytes) {
    return cells.read(
        new OneRow(new Decoding(Map.of(Member.KEY, key, Member.VALUE, value)), bytes));
  }

  private static Cells cells(String columns) {
    return new Cells(
        (RowType)
            LogicalTypeParser.parse("ROW<" + columns + ">", CellsTest.class.getClassLoader()));
  }

  /** A row whose members all have the same bytes. */
  private static final class OneRow implements StatePart {
    private final Decoding decoding;
    private final ByteReader in;

    OneRow(Decoding decoding, byte[] bytes) {
      this.decoding = decoding;
      this.in = ByteReader.of("file", bytes);
    }

    @Override
    public boolean next() {
      return false;
    }

    @Override
    public void write(Member member, ValueSink out) {
      decoding.write(member, in, out);
    }

    @Override
    public byte[] bytes(Member member) {
      return Decoding.rest(in);
    }

    @Override
    public void close() {}
  }
}
