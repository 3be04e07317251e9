// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.output;

import java.util.List;

/** Shares the room of a line among columns: the widest give first. */
final class ColumnWidths {
  private ColumnWidths() {}

  /**
   * Sets the widths of columns.
   *
   * @return whether there is enough room to read each
   */
  static boolean fit(List<TableColumn> columns, int room) {
    if (sum(columns, Integer.MAX_VALUE) <= room) {
      columns.forEach(column -> column.setWidth(column.whole()));
      return true;
    }
    if (sum(columns, 0) > room) {
      return false;
    }
    int most = 0;
    while (sum(columns, most + 1) <= room) {
      most++;
    }
    int rest = (int) (room - sum(columns, most));
    for (TableColumn column : columns) {
      boolean gets = rest > 0 && width(column, most + 1) > width(column, most);
      column.setWidth(width(column, gets ? most + 1 : most));
      rest -= gets ? 1 : 0;
    }
    return true;
  }

  private static long sum(List<TableColumn> columns, int most) {
    return columns.stream().mapToLong(column -> width(column, most)).sum();
  }

  private static int width(TableColumn column, int most) {
    return Math.max(column.least(), Math.min(column.whole(), most));
  }
}
