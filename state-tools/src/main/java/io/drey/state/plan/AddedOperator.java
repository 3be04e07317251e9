// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import java.util.ArrayList;
import java.util.List;

/** The verdict on an operator that only the job has. */
final class AddedOperator {
  private AddedOperator() {}

  static List<PlanRow> rows(OperatorShape operator, Renames renames) {
    OperatorShape former = renames.formerNameOf(operator);
    String what = former == null ? "" : "probably '" + former + "' under another name";
    List<PlanRow> rows = new ArrayList<>();
    rows.add(PlanRow.fine(operator.toString(), "", Verdict.NEW, what));
    for (StateShape state : operator.declared()) {
      rows.add(PlanRow.fine(operator.toString(), state.name(), Verdict.NEW, ""));
    }
    return rows;
  }
}
