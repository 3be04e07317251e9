// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.state.query.data.TypedSink;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.type.UndecodableException;
import java.util.List;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.apache.flink.table.types.logical.RowType;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a query needs: only their members are decoded. A value that could not be decoded
 * is null, and counted, unless the column has type BYTES.
 */
final class Cells {
  private final List<Cell> cells;
  private long undecoded;
  private long damaged;

  private record Cell(Member member, TypedSink sink, boolean isBytes) {
    static Cell of(RowType.RowField field) {
      boolean isBytes = field.getType().is(LogicalTypeRoot.VARBINARY);
      return new Cell(Member.of(field.getName()), new TypedSink(field.getType()), isBytes);
    }
  }

  Cells(RowType columns) {
    cells = columns.getFields().stream().map(Cell::of).toList();
  }

  /** How many values only the job's classes can decode. */
  long undecoded() {
    return undecoded;
  }

  /** How many values do not match the type that they were written with. */
  long damaged() {
    return damaged;
  }

  /** How many values did not fit their SQL type. */
  long unfit() {
    return cells.stream().mapToLong(cell -> cell.sink().unfit()).sum();
  }

  GenericRowData read(StatePart part) {
    GenericRowData row = new GenericRowData(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      row.setField(i, read(cells.get(i), part));
    }
    return row;
  }

  private @Nullable Object read(Cell cell, StatePart part) {
    cell.sink().begin();
    try {
      part.write(cell.member(), cell.sink());
      return cell.sink().end();
    } catch (UndecodableException e) {
      if (cell.isBytes()) {
        return part.bytes(cell.member());
      }
      undecoded++;
    } catch (SavepointException e) {
      damaged++;
    }
    return null;
  }
}
