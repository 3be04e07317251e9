// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import io.drey.state.snapshot.metadata.OperatorSnapshot;
import java.util.List;
import java.util.stream.Collectors;

/** The verdict on an operator that only the savepoint has: Flink refuses to start without it. */
final class GoneOperator {
  private GoneOperator() {}

  static PlanRow row(OperatorSnapshot snapshot, OperatorShape operator, Renames renames) {
    String name = operator.toString();
    if (!snapshot.hasState()) {
      return PlanRow.fine(name, "", Verdict.GONE, "it has no state");
    }
    String size = " (" + snapshot.bytes() + " bytes)";
    OperatorShape now = renames.nameOf(operator);
    if (now != null) {
      return PlanRow.refused(
          name,
          "",
          Verdict.PROBABLY_RENAMED,
          "'" + now + "' is new and has the same " + what(operator, renames) + size,
          Remedy.of(MigrationLine.renameOperator(name, now)));
    }
    return PlanRow.refused(
        name,
        "",
        Verdict.GONE,
        "no operator restores its state" + size + candidates(renames.candidates(operator)),
        Remedy.of(MigrationLine.dropOperator(name))
            .with(", or --allow-non-restored-state, which lose it"));
  }

  private static String what(OperatorShape operator, Renames renames) {
    return renames.hasSameStates(operator)
        ? "states"
        : "name and key type, but not the same states";
  }

  private static String candidates(List<OperatorShape> candidates) {
    return candidates.isEmpty()
        ? ""
        : "; perhaps renamed to one of these, which have the same states: "
            + candidates.stream().map(OperatorShape::toString).collect(Collectors.joining(", "));
  }
}
