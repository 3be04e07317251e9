// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import io.drey.state.plan.OperatorShape.Knowledge;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The verdicts on an operator that both the savepoint and the job have, and on its states. */
final class KeptOperator {
  private final OperatorShape old;
  private final OperatorShape changed;

  /** The operator's name in the job, since the savepoint may have only the hash of its uid. */
  private final String name;

  private final Backend backend;
  private final Supplier<StateSizes> sizes;
  private @Nullable StateSizes read;
  private final List<PlanRow> rows = new ArrayList<>();

  private KeptOperator(
      OperatorShape old, OperatorShape changed, Backend backend, Supplier<StateSizes> sizes) {
    this.old = old;
    this.changed = changed;
    this.name = old.id().uid() == null ? changed.toString() : old.toString();
    this.backend = backend;
    this.sizes = sizes;
  }

  /**
   * Returns its row and those of its states.
   *
   * @param sizes reads all state of the operator; called only if a row shows a size
   */
  static List<PlanRow> rows(
      OperatorShape old, OperatorShape changed, Backend backend, Supplier<StateSizes> sizes) {
    KeptOperator kept = new KeptOperator(old, changed, backend, sizes);
    kept.rows.add(kept.itself());
    old.states().values().forEach(kept::addOld);
    changed.states().values().stream()
        .filter(state -> !old.states().containsKey(state.name()))
        .forEach(kept::addNew);
    kept.addTopics();
    return kept.rows;
  }

  private void addTopics() {
    SourceInput before = old.input();
    SourceInput now = changed.input();
    if (before != null && now != null) {
      rows.addAll(before.rows(name, now));
    }
  }

  private PlanRow itself() {
    String obstacle = obstacle();
    if (obstacle != null) {
      Remedy drop =
          Remedy.of(MigrationLine.dropOperator(name)).with(", which loses where it stands");
      return refused("", obstacle, drop);
    }
    if (old.maxParallelism() != changed.maxParallelism()) {
      return otherMaxParallelism();
    }
    Compatibility keys = StateComparison.asIs(Place.KEY, old.key(), changed.key());
    if (keys.level() == Level.UNKNOWN) {
      Remedy accept = Remedy.of("make sure, then --accept-unknown " + name);
      return new PlanRow(name, "", Verdict.UNKNOWN, Outcome.UNKNOWN, keys.why(), accept);
    }
    if (keys.level() == Level.INCOMPATIBLE) {
      Remedy drop =
          Remedy.of(MigrationLine.dropOperator(name)).with(", which loses all of its state");
      return refused("", keys.why(), drop);
    }
    String what =
        old.parallelism() == changed.parallelism()
            ? ""
            : "parallelism " + old.parallelism() + " became " + changed.parallelism();
    return PlanRow.fine(name, "", Verdict.KEPT, what);
  }

  private @Nullable String obstacle() {
    SourceInput before = old.input();
    SourceInput now = changed.input();
    return before == null || now == null ? null : before.obstacle(now);
  }

  private PlanRow otherMaxParallelism() {
    String what = "max parallelism " + old.maxParallelism() + " became " + changed.maxParallelism();
    String asBefore = "set max-parallelism: " + old.maxParallelism();
    MigrationLine line = MigrationLine.maxParallelism(changed.maxParallelism());
    Remedy remedy =
        changed.maxParallelism() < old.parallelism()
            ? Remedy.of(asBefore)
            : new Remedy(asBefore + ", or ", line, "");
    return refused("", what, remedy);
  }

  private void addOld(StateShape state) {
    StateShape now = changed.states().get(state.name());
    if (state.isDefinition() && changed.definition() != null) {
      rows.add(DefinitionRow.of(name, old.definition(), changed.definition()));
    } else if (now != null) {
      rows.add(compared(state, now));
    } else if (changed.knowledge() == Knowledge.NONE) {
      rows.add(kept(state, "managed by the source or sink: not compared"));
    } else if (state.isKeyed() && changed.key() == null && changed.knowledge() == Knowledge.ALL) {
      rows.add(lost(state));
    } else if (state.isTimers()) {
      rows.add(kept(state, ""));
    } else {
      rows.add(orphaned(state));
    }
  }

  private PlanRow compared(StateShape state, StateShape now) {
    Compatibility compatibility = StateComparison.of(state, now, backend);
    return switch (compatibility.level()) {
      case AS_IS -> kept(state, "");
      case RECONFIGURED -> kept(state, compatibility.why());
      case MIGRATED -> PlanRow.fine(name, state.name(), Verdict.MIGRATED, compatibility.why());
      case UNKNOWN ->
          new PlanRow(
              name,
              state.name(),
              Verdict.UNKNOWN,
              Outcome.UNKNOWN,
              compatibility.why(),
              Remedy.of("make sure, then --accept-unknown " + name + "." + state.name()));
      case INCOMPATIBLE ->
          refused(state.name(), compatibility.why(), remedy(state, now, compatibility));
    };
  }

  /** What keeps most of a state: to drop it is the last. */
  private Remedy remedy(StateShape state, StateShape now, Compatibility compatibility) {
    Remedy mended =
        state.kind().equals(now.kind())
            ? MigrationLine.mend(name, state.name(), compatibility.decisive())
            : kindChange(state, now);
    return mended == null ? dropped(state) : mended;
  }

  private @Nullable Remedy kindChange(StateShape state, StateShape now) {
    return state.isKeyed() && !state.isTimers() && !now.isTimers()
        ? Remedy.of(MigrationLine.changeKind(name, state, now))
        : null;
  }

  private Remedy dropped(StateShape state) {
    return Remedy.of(MigrationLine.dropState(name, state.name()))
        .with(", which loses it" + shown(bytes(state)));
  }

  private PlanRow kept(StateShape state, String what) {
    return PlanRow.fine(name, state.name(), Verdict.KEPT, what);
  }

  private PlanRow refused(String state, String what, Remedy remedy) {
    return PlanRow.refused(name, state, Verdict.INCOMPATIBLE, what, remedy);
  }

  private PlanRow lost(StateShape state) {
    OptionalLong bytes = bytes(state);
    if (bytes.isPresent() && bytes.getAsLong() == 0) {
      return PlanRow.fine(name, state.name(), Verdict.GONE, "it is empty");
    }
    String what = "the operator is no longer keyed: Flink drops the state" + shown(bytes);
    Remedy remedy = Remedy.of(MigrationLine.dropState(name, state.name()));
    return new PlanRow(name, state.name(), Verdict.LOST, Outcome.LOST, what, remedy);
  }

  private PlanRow orphaned(StateShape state) {
    StateShape other = newNameOf(state);
    MigrationLine line =
        other == null
            ? MigrationLine.dropState(name, state.name())
            : MigrationLine.renameState(name, state.name(), other.name());
    String what = "carried for ever, never read" + shown(bytes(state));
    return new PlanRow(
        name, state.name(), Verdict.ORPHANED, Outcome.CARRIED, what, Remedy.of(line));
  }

  /** Returns the only new state of the same type; states of steps are never renamed. */
  private @Nullable StateShape newNameOf(StateShape state) {
    List<StateShape> alike =
        changed.states().values().stream()
            .filter(other -> !old.states().containsKey(other.name()) && state.isLike(other))
            .toList();
    return alike.size() == 1 && changed.knowledge() == Knowledge.SOME ? alike.get(0) : null;
  }

  private OptionalLong bytes(StateShape state) {
    StateSizes all = read;
    if (all == null) {
      all = sizes.get();
      read = all;
    }
    return all.of(state.name());
  }

  private static String shown(OptionalLong bytes) {
    return bytes.isPresent() ? " (" + bytes.getAsLong() + " bytes)" : "";
  }

  private void addNew(StateShape state) {
    if (state.isDefinition() && changed.definition() != null) {
      rows.add(DefinitionRow.of(name, null, changed.definition()));
    } else if (!state.isTimers()) {
      rows.add(PlanRow.fine(name, state.name(), Verdict.NEW, ""));
    }
  }
}
