// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationDocumentTest {
  @Test
  void mergesAllStepsIntoOneDocument() {
    List<PlanRow> rows =
        List.of(
            row("a", "", MigrationLine.renameOperator("a", "b c"), "renamed"),
            row("own", "n", MigrationLine.dropState("own", "n"), "carried,\n never read"),
            row("own", "m", MigrationLine.renameState("own", "m", "l"), ""),
            row("own", "topic t", MigrationLine.dropTopic("own", "t"), ""),
            row("own", "topic u", MigrationLine.dropTopic("own", "u"), ""),
            row("gone", "s", MigrationLine.dropState("gone", "s"), ""),
            row("gone", "", MigrationLine.dropOperator("gone"), ""),
            row("gone", "t", MigrationLine.dropState("gone", "t"), ""),
            new PlanRow("x", "", Verdict.UNKNOWN, Outcome.UNKNOWN, "", Remedy.of("make sure")));

    assertThat(MigrationDocument.of(new Plan(rows, List.of())))
        .containsExactly(
            "# a: renamed",
            "# own.n: carried, never read",
            "# own.m",
            "# own.topic t",
            "# own.topic u",
            "# gone.s",
            "# gone",
            "# gone.t",
            "version: 1",
            "operators:",
            "  a:",
            "    rename-to: 'b c'",
            "  own:",
            "    states:",
            "      n: drop",
            "      m: {rename-to: l}",
            "    kafka:",
            "      drop: [t, u]",
            "  gone: drop");
  }

  @Test
  void leavesToTheUserWhatOnlyHeCanWrite() {
    MigrationLine line =
        new MigrationLine(List.of("operators", "o", "states", "s"), "{transform: \"EXPR\"}");

    assertThat(document(row("o", "s", line, "list became value")))
        .containsExactly(
            "# o.s: list became value",
            "# (replace EXPR) operators: {o: {states: {s: {transform: \"EXPR\"}}}}",
            "version: 1");
  }

  @Test
  void givesOneMaxParallelismToAllThatWantIt() {
    PlanRow one = row("a", "", MigrationLine.maxParallelism(1000), "");
    PlanRow same = row("b", "", MigrationLine.maxParallelism(1000), "");
    PlanRow kept = PlanRow.fine("c", "", Verdict.KEPT, "");

    assertThat(document(one, same)).endsWith("version: 1", "max-parallelism: 1000");
    assertThat(document(one, kept))
        .endsWith("version: 1", "operators:", "  a:", "    max-parallelism: 1000");
  }

  private static List<String> document(PlanRow... rows) {
    return MigrationDocument.of(new Plan(List.of(rows), List.of()));
  }

  private static PlanRow row(String operator, String state, MigrationLine line, String what) {
    return PlanRow.refused(operator, state, Verdict.INCOMPATIBLE, what, Remedy.of(line));
  }
}
