// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import io.drey.jobs.graph.JobGraph;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.StepEntry;
import io.drey.jobs.pipeline.Wiring;
import io.drey.operators.rule.Definition;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The verdict on starting a job from a savepoint.
 *
 * @param rows the job's operators, each followed by its states, and then the operators that are
 *     gone
 * @param damage error messages about what could not be read
 */
public record Plan(List<PlanRow> rows, List<String> damage) {
  private static final Set<Verdict> DROPPED = EnumSet.of(Verdict.GONE, Verdict.PROBABLY_RENAMED);

  /** Makes the plan for a pipeline on any state backend. */
  public static Plan of(SnapshotFiles saved, Pipeline pipeline, Wiring wiring) {
    return of(saved, pipeline, wiring, Backend.STRICTEST);
  }

  /** Makes the plan for a pipeline. */
  public static Plan of(SnapshotFiles saved, Pipeline pipeline, Wiring wiring, Backend backend) {
    List<String> damage = new ArrayList<>();
    List<OperatorShape> old = new SavepointShapes(saved, damage::add).all();
    List<OperatorShape> wanted = PipelineShapes.of(pipeline, wiring);
    return new Plan(new Comparison(saved, old, wanted, backend).rows(), damage);
  }

  /** Makes a plan that has nothing but the steps that would not find their state. */
  public static Plan ofDefinitions(SnapshotFiles saved, Pipeline pipeline) {
    List<PlanRow> rows = new ArrayList<>();
    for (StepEntry step : pipeline.steps()) {
      Definition now = step.definition(JobGraph.timeOf(pipeline));
      String hash = OperatorId.ofUid(step.id(), step.id()).hash();
      for (OperatorSnapshot operator : saved.metadata().operators()) {
        if (now != null && operator.id().hash().equals(hash)) {
          rows.add(DefinitionRow.of(step.id(), RecordedDefinition.of(saved, operator), now));
        }
      }
    }
    rows.removeIf(row -> row.outcome() != Outcome.REFUSED);
    return new Plan(rows, List.of());
  }

  /** Makes the plan for the job that wrote another savepoint. */
  public static Plan of(SnapshotFiles saved, SnapshotFiles staging, Backend backend) {
    List<String> damage = new ArrayList<>();
    List<OperatorShape> old = new SavepointShapes(saved, damage::add).all();
    List<OperatorShape> wanted = new SavepointShapes(staging, damage::add).all();
    return new Plan(new Comparison(saved, old, wanted, backend).rows(), damage);
  }

  /** The same for a job that may drop the state of operators that are gone. */
  public Plan allowingNonRestored() {
    return new Plan(rows.stream().filter(row -> !DROPPED.contains(row.verdict())).toList(), damage);
  }

  /**
   * The same where somebody has made sure of what is unknown.
   *
   * @param accepted operators, and states as {@code operator.state}
   * @throws IllegalArgumentException if there is none of that name
   */
  public Plan accepting(List<String> accepted) {
    for (String name : accepted) {
      if (rows.stream().noneMatch(row -> row.name().equals(name))) {
        throw new IllegalArgumentException(
            "Invalid --accept-unknown: must be an operator or a state as OP.STATE but was '%s' (%s)"
                .formatted(name, unknown()));
      }
    }
    return new Plan(rows.stream().map(row -> row.accepted(accepted)).toList(), damage);
  }

  private String unknown() {
    String names =
        rows.stream()
            .filter(row -> row.verdict() == Verdict.UNKNOWN)
            .map(PlanRow::name)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none is unknown" : "unknown: " + names;
  }

  /** The worst outcome of all rows. */
  public Outcome outcome() {
    return rows.stream().map(PlanRow::outcome).max(Enum::compareTo).orElse(Outcome.FINE);
  }

  /** Returns in one line whether the job would start. */
  public String summary() {
    String counts =
        Arrays.stream(Verdict.values())
            .filter(verdict -> count(verdict) > 0)
            .map(verdict -> count(verdict) + " " + verdict)
            .collect(Collectors.joining(", "));
    return switch (outcome()) {
      case FINE, CARRIED -> "Would start: " + counts;
      case LOST -> "Would start and lose state: " + counts;
      case UNKNOWN -> "May not start: " + counts;
      case REFUSED -> "Would not start: " + counts;
    };
  }

  private long count(Verdict verdict) {
    return rows.stream().filter(row -> row.verdict() == verdict).count();
  }

  private record Comparison(
      SnapshotFiles saved, List<OperatorShape> old, List<OperatorShape> wanted, Backend backend) {
    List<PlanRow> rows() {
      List<OperatorShape> gone = without(old, wanted);
      List<OperatorShape> added = without(wanted, old);
      Renames renames = new Renames(gone.stream().filter(this::hasState).toList(), added);
      List<PlanRow> rows = new ArrayList<>();
      for (OperatorShape operator : wanted) {
        if (added.contains(operator)) {
          rows.addAll(AddedOperator.rows(operator, renames));
        } else {
          rows.addAll(kept(operator));
        }
      }
      gone.forEach(operator -> rows.add(GoneOperator.row(snapshot(operator), operator, renames)));
      return rows;
    }

    private List<PlanRow> kept(OperatorShape now) {
      OperatorShape before =
          old.stream().filter(each -> isSame(each, now)).findFirst().orElseThrow();
      return KeptOperator.rows(before, now, backend, () -> StateSizes.of(saved, snapshot(before)));
    }

    private boolean hasState(OperatorShape operator) {
      return snapshot(operator).hasState();
    }

    private OperatorSnapshot snapshot(OperatorShape operator) {
      return saved.metadata().operator(operator.id().hash());
    }

    private static List<OperatorShape> without(
        List<OperatorShape> some, List<OperatorShape> others) {
      return some.stream()
          .filter(each -> others.stream().noneMatch(other -> isSame(each, other)))
          .toList();
    }

    private static boolean isSame(OperatorShape a, OperatorShape b) {
      return a.id().hash().equals(b.id().hash());
    }
  }
}
