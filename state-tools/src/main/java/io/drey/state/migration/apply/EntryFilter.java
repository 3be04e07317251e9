// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.state.migration.RowExpression;
import io.drey.state.rewrite.edit.EntryEdit;
import io.drey.state.rewrite.edit.EntryOutput;
import io.drey.state.snapshot.keyed.Entry;
import java.io.IOException;

/**
 * Changes only entries for which a condition holds, and removes all others.
 *
 * @param row what the condition sees
 */
record EntryFilter(RowExpression keepIf, EntryRow row, EntryEdit edit) implements EntryEdit {
  @Override
  public void edit(Entry entry, EntryOutput out) throws IOException {
    if (row.isKept(keepIf, entry)) {
      edit.edit(entry, out);
    } else {
      out.removed(1);
    }
  }

  @Override
  public void end(EntryOutput out) throws IOException {
    edit.end(out);
  }
}
