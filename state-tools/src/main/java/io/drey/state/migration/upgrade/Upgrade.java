// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.upgrade;

import io.drey.state.migration.apply.PlanEdits;
import io.drey.state.migration.check.ResolvedPlan;
import io.drey.state.rewrite.edit.OperatorEdit;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.util.List;

/**
 * What has to change in a savepoint for Flink 2.
 *
 * @param states the states that change
 * @param edits what becomes of each operator
 * @param remainders what Flink 2 does not restore and cannot be changed
 */
public record Upgrade(
    List<StateUpgrade> states, List<OperatorEdit> edits, List<Remainder> remainders) {
  /**
   * Looks for it, which reads the states that change.
   *
   * @throws io.drey.state.snapshot.SavepointException if something cannot be read
   */
  public static Upgrade of(SnapshotFiles files) {
    if (!files.metadata().isOfFlink1()) {
      return new Upgrade(
          List.of(),
          files.metadata().operators().stream().map(OperatorEdit::none).toList(),
          List.of());
    }
    List<OperatorUpgrade> operators =
        files.metadata().operators().stream()
            .map(operator -> OperatorUpgrade.of(files, operator))
            .toList();
    ResolvedPlan plan =
        new ResolvedPlan(operators.stream().map(OperatorUpgrade::resolved).toList(), List.of());
    return new Upgrade(
        operators.stream().flatMap(each -> each.upgrades().stream()).toList(),
        PlanEdits.of(plan, 0),
        operators.stream().flatMap(each -> each.remainders().stream()).toList());
  }
}
