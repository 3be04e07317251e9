// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import io.drey.operators.rule.Definition;
import io.drey.operators.rule.DefinitionState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verdict on a step's definition: whether it would find and understand its state. */
final class DefinitionRow {
  private DefinitionRow() {}

  static PlanRow of(String operator, @Nullable Definition recorded, Definition now) {
    if (recorded == null) {
      return PlanRow.fine(operator, DefinitionState.NAME, Verdict.NEW, "key not recorded");
    }
    List<String> broken = Definition.broken(recorded.entries(), now.entries());
    if (!broken.isEmpty() && !now.mayChange()) {
      return PlanRow.refused(
          operator,
          DefinitionState.NAME,
          Verdict.INCOMPATIBLE,
          String.join("; ", broken) + ": its state would not be found, or misread",
          Remedy.of("undo that, give the step another id, or --allow-changed-key " + operator));
    }
    List<String> restarted = Definition.restarted(recorded.entries(), now.entries());
    return PlanRow.fine(operator, DefinitionState.NAME, Verdict.KEPT, what(broken, restarted));
  }

  private static String what(List<String> broken, List<String> restarted) {
    if (!broken.isEmpty()) {
      return String.join("; ", broken) + ", which is allowed";
    }
    return restarted.isEmpty()
        ? ""
        : String.join("; ", restarted) + ": what is open begins anew, or ends by the old value";
  }
}
