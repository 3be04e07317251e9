// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.check;

import io.drey.jobs.yaml.Position;
import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.Secrets;
import io.drey.jobs.yaml.Unknown;
import io.drey.state.migration.MigrationPlan;
import io.drey.state.migration.OperatorChange;
import io.drey.state.migration.Placed;
import io.drey.state.migration.kafka.KafkaCheck;
import io.drey.state.migration.kafka.KafkaEdit;
import io.drey.state.migration.kafka.KafkaState;
import io.drey.state.migration.value.Changed;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks a plan against the headers of a savepoint. */
public final class PlanCheck {
  private final MigrationPlan plan;
  private final Metadata metadata;
  private final Problems problems;
  private final Function<OperatorSnapshot, KafkaState> sources;
  private final Map<OperatorSnapshot, OperatorChange> changes = new LinkedHashMap<>();
  private final MaxParallelisms maxParallelisms;

  private PlanCheck(
      MigrationPlan plan,
      Metadata metadata,
      Function<OperatorSnapshot, KafkaState> sources,
      Problems problems) {
    this.plan = plan;
    this.metadata = metadata;
    this.sources = sources;
    this.problems = problems;
    this.maxParallelisms = new MaxParallelisms(metadata, plan.maxParallelism(), problems);
  }

  /**
   * Finds what the plan names in a savepoint, and what is wrong with it.
   *
   * @param file the file of the plan, for problems
   */
  public static ResolvedPlan resolve(String file, MigrationPlan plan, SnapshotFiles saved) {
    return resolve(
        file,
        plan,
        saved.metadata(),
        operator -> OperatorStates.of(saved, operator),
        operator -> KafkaState.of(saved, operator));
  }

  static ResolvedPlan resolve(
      String file,
      MigrationPlan plan,
      Metadata metadata,
      Function<OperatorSnapshot, OperatorStates> states,
      Function<OperatorSnapshot, KafkaState> sources) {
    Problems problems = new Problems(file, new Secrets());
    List<ResolvedOperator> operators =
        new PlanCheck(plan, metadata, sources, problems).operators(states);
    return new ResolvedPlan(operators, problems.sorted());
  }

  private List<ResolvedOperator> operators(Function<OperatorSnapshot, OperatorStates> states) {
    plan.operators().forEach(this::find);
    changes.forEach((operator, change) -> maxParallelisms.add(operator, change.maxParallelism()));
    List<ResolvedOperator> resolved = new ArrayList<>();
    for (OperatorSnapshot operator : metadata.operators()) {
      resolved.add(resolved(operator, changes.get(operator), states));
    }
    checkNames(resolved);
    return List.copyOf(resolved);
  }

  private void find(OperatorChange change) {
    Placed<String> name = change.operator();
    try {
      OperatorChange other = changes.putIfAbsent(metadata.operator(name.value()), change);
      if (other != null) {
        refuse(
            name, "Cannot change operator '" + name + "' twice: it is '" + other.operator() + "'");
      }
    } catch (IllegalArgumentException e) {
      TreeSet<String> known = new TreeSet<>();
      metadata.operators().forEach(operator -> known.add(operator.id().toString()));
      boolean isMisspelt = Unknown.isNear(name.value(), known);
      refuse(
          name,
          isMisspelt
              ? Unknown.message("operator", name.value(), known)
              : String.valueOf(e.getMessage()));
    }
  }

  private ResolvedOperator resolved(
      OperatorSnapshot operator,
      @Nullable OperatorChange change,
      Function<OperatorSnapshot, OperatorStates> states) {
    OperatorId id = newId(operator, change);
    Placed<Integer> most = maxParallelisms.of(operator);
    int maxParallelism = most == null ? operator.maxParallelism() : most.value();
    boolean isDropped = change != null && change.isDropped();
    boolean isGrouped = maxParallelism != operator.maxParallelism() && !isDropped;
    OperatorStates all =
        isDropped || (change == null && !isGrouped) ? OperatorStates.NONE : states.apply(operator);
    if (most != null && isGrouped) {
      checkMaxParallelism(operator, most, all);
    }
    Map<String, Changed> fields = new HashMap<>();
    if (change != null && !isDropped) {
      new OperatorCheck(change, all, problems).check(fields);
    }
    return new ResolvedOperator(
        operator, id, maxParallelism, change, all, fields, kafka(operator, change));
  }

  private OperatorId newId(OperatorSnapshot operator, @Nullable OperatorChange change) {
    String newUid =
        change == null || change.renameTo() == null
            ? new Companions(metadata, changes).newUid(operator)
            : null;
    return newUid == null ? NewId.of(operator.id(), change) : NewId.ofUid(newUid, operator.id());
  }

  private @Nullable KafkaEdit kafka(OperatorSnapshot operator, @Nullable OperatorChange change) {
    return change == null || change.kafka() == null
        ? null
        : KafkaCheck.edit(change, sources.apply(operator), problems);
  }

  private void checkMaxParallelism(
      OperatorSnapshot operator, Placed<Integer> most, OperatorStates states) {
    if (most.value() < operator.parallelism()) {
      refuse(
          most,
          "Invalid max-parallelism: must be at least %d, the parallelism of '%s', but was %d"
              .formatted(operator.parallelism(), operator.id(), most.value()));
    }
    KeyCheck.regrouped(states, operator.id().toString(), most, problems);
  }

  private void checkNames(List<ResolvedOperator> operators) {
    Map<String, ResolvedOperator> taken = new HashMap<>();
    for (ResolvedOperator operator : operators) {
      if (!operator.isDropped() && operator.id().equals(operator.snapshot().id())) {
        taken.put(operator.id().hash(), operator);
      }
    }
    for (ResolvedOperator operator : operators) {
      Placed<String> to = operator.change() == null ? null : operator.change().renameTo();
      if (to != null && taken.putIfAbsent(operator.id().hash(), operator) != null) {
        refuse(
            to, "Invalid rename-to: the savepoint has an operator '%s', which stays".formatted(to));
      }
    }
  }

  private void refuse(Placed<?> place, String message) {
    Position at = place.at();
    problems.error(at, place.path(), message);
  }
}
