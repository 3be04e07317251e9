package io.drey.state.plan;

import io.drey.state.snapshot.metadata.OperatorSnapshot;
import java.util.List;
import java.util.stream.Collectors;

/** What becomes of an operator that only the savepoint has: Flink does not start without it. */
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
          "'" + now + "' is new with equal states" + size,
          MigrationLine.renameOperator(name, now));
    }
    return PlanRow.refused(
        name,
        "",
        Verdict.GONE,
        "nothing takes its state" + size + candidates(renames.candidates(operator)),
        MigrationLine.dropOperator(name) + ", or --allow-non-restored-state");
  }

  private static String candidates(List<OperatorShape> candidates) {
    return candidates.isEmpty()
        ? ""
        : ", unless it is renamed: equal states are new in "
            + candidates.stream().map(OperatorShape::toString).collect(Collectors.joining(", "));
  }
}
