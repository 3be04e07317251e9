// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.upgrade;

import io.drey.jobs.yaml.Position;
import io.drey.state.migration.FieldSteps;
import io.drey.state.migration.KeyedChange;
import io.drey.state.migration.OperatorChange;
import io.drey.state.migration.Placed;
import io.drey.state.migration.StateChange;
import io.drey.state.migration.apply.PlanEdits;
import io.drey.state.migration.check.OperatorStates;
import io.drey.state.migration.check.ResolvedOperator;
import io.drey.state.migration.check.ResolvedPlan;
import io.drey.state.migration.value.Changed;
import io.drey.state.migration.value.OldCollections;
import io.drey.state.rewrite.RewriteTarget;
import io.drey.state.rewrite.SavepointRewrite;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.operator.OperatorState;
import io.drey.state.snapshot.type.AnyObject;
import io.drey.state.snapshot.type.TtlType;
import io.drey.state.snapshot.type.TypeParts;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what has to change in the states of an operator. */
final class OperatorUpgrade {
  private final SnapshotFiles files;
  private final OperatorSnapshot operator;
  private final OperatorStates states;
  private final Map<String, Set<String>> snapshots;
  private final Map<String, Changed> changed = new LinkedHashMap<>();
  private final List<StateUpgrade> upgrades = new ArrayList<>();
  private final List<Remainder> remainders = new ArrayList<>();

  private OperatorUpgrade(SnapshotFiles files, OperatorSnapshot operator) {
    this.files = files;
    this.operator = operator;
    this.states = OperatorStates.of(files, operator);
    this.snapshots = SnapshotClasses.of(files, operator);
  }

  static OperatorUpgrade of(SnapshotFiles files, OperatorSnapshot operator) {
    OperatorUpgrade upgrade = new OperatorUpgrade(files, operator);
    upgrade.states.keyed().values().forEach(upgrade::add);
    upgrade.states.own().values().forEach(upgrade::add);
    return upgrade;
  }

  private void add(KeyedState state) {
    ValueType mapKey = state.mapKey();
    boolean isKept =
        keeps(state.name(), "keys", state.key())
            && keeps(state.name(), "namespaces", state.namespace())
            && (mapKey == null || keeps(state.name(), "map keys", mapKey))
            && isRead(state.name());
    if (isKept) {
      add(state.name(), state.value());
    }
  }

  private void add(OperatorState state) {
    ValueType mapKey = state.mapKey();
    boolean isKept =
        (mapKey == null || keeps(state.name(), "map keys", mapKey)) && isRead(state.name());
    if (isKept) {
      add(state.name(), state.value());
    }
  }

  /** Whether keys may stay as they are. */
  private boolean keeps(String state, String what, ValueType type) {
    ValueType old = ofKryo(type);
    if (old != null) {
      refuse(state, "its " + what + " are " + old.text() + ", and keys are left as they are");
    }
    return old == null;
  }

  /** Whether Flink 2 has the snapshots of all serializers of a state. */
  private boolean isRead(String state) {
    Optional<String> gone =
        snapshots.getOrDefault(state, Set.of()).stream().filter(FlinkClasses::isGone).findFirst();
    gone.ifPresent(name -> refuse(state, "Flink 2 has no " + name));
    return gone.isEmpty();
  }

  private void add(String state, ValueType stored) {
    ValueType type = stored instanceof TtlType ttl ? ttl.value() : stored;
    OldCollections collections = new OldCollections(type);
    if (!collections.areNone() && !look(state, collections)) {
      return;
    }
    List<String> reasons = new ArrayList<>();
    Changed result = collections.changed(reasons);
    ValueType left = ofKryo(result.type());
    if (reasons.isEmpty() && left != null) {
      reasons.add(left.text());
    }
    if (!reasons.isEmpty()) {
      reasons.forEach(reason -> refuse(state, reason));
    } else if (!collections.areNone()) {
      changed.put(state, result);
      upgrades.add(new StateUpgrade(operator, state, type.text(), result.type().text()));
    }
  }

  /** Looks at all values of a state; returns whether they can be decoded. */
  private boolean look(String state, OldCollections collections) {
    ResolvedPlan plan =
        new ResolvedPlan(List.of(resolved(Map.of(state, collections.looking()))), List.of());
    try {
      SavepointRewrite.write(files, PlanEdits.of(plan, 0), RewriteTarget.NOWHERE);
      return true;
    } catch (RefusedException e) {
      if (e.getCause() instanceof UndecodableException unknown) {
        refuse(state, "only the job can read some of its operator's " + unknown.getMessage());
        return false;
      }
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The innermost part of a type that Kryo writes; null if there is none. */
  private static @Nullable ValueType ofKryo(ValueType type) {
    if (type instanceof AnyObject) {
      return type;
    }
    ValueType raw = type.raw();
    if (raw != null) {
      return ofKryo(raw);
    }
    return TypeParts.of(type)
        .map(OperatorUpgrade::ofKryo)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private void refuse(String state, String reason) {
    remainders.add(new Remainder(operator.id(), state, reason));
  }

  /** What becomes of the operator. */
  ResolvedOperator resolved() {
    return resolved(changed);
  }

  private ResolvedOperator resolved(Map<String, Changed> values) {
    List<StateChange> changes =
        values.keySet().stream()
            .map(
                state ->
                    new StateChange(
                        placed(state), false, null, null, new FieldSteps(List.of()), null))
            .toList();
    OperatorChange change =
        new OperatorChange(
            placed(operator.id().toString()), false, null, KeyedChange.NONE, changes, null, null);
    return new ResolvedOperator(
        operator, operator.id(), operator.maxParallelism(), change, states, values);
  }

  private static Placed<String> placed(String name) {
    return new Placed<>(name, Position.START, name);
  }

  List<StateUpgrade> upgrades() {
    return upgrades;
  }

  List<Remainder> remainders() {
    return remainders;
  }
}
