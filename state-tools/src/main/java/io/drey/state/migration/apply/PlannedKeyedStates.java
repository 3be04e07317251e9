// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import io.drey.state.migration.ClassTransform;
import io.drey.state.migration.KeyedChange;
import io.drey.state.migration.KeyedChange.TimerChange;
import io.drey.state.migration.RowExpression;
import io.drey.state.migration.StateChange;
import io.drey.state.migration.Transform;
import io.drey.state.migration.check.ResolvedOperator;
import io.drey.state.rewrite.edit.EntryEdit;
import io.drey.state.rewrite.edit.KeyedEdit;
import io.drey.state.rewrite.edit.StateEdit;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a plan makes of the keyed states of an operator. */
final class PlannedKeyedStates implements KeyedEdit {
  private final ResolvedOperator operator;
  private final KeyedChange keyed;
  private final Map<String, StateChange> changes;
  private final long now;

  PlannedKeyedStates(
      ResolvedOperator operator, KeyedChange keyed, Map<String, StateChange> changes, long now) {
    this.operator = operator;
    this.keyed = keyed;
    this.changes = changes;
    this.now = now;
  }

  @Override
  public @Nullable StateEdit of(KeyedState state, StateHeader header) {
    StateChange change = changes.get(state.name());
    if (change != null && change.isDropped()) {
      return null;
    }
    StateEdit kept = StateEdit.named(name(state, change), header, state);
    if (state.kind() == KeyedStateType.TIMERS) {
      return kept.with(filtered(state, timers(state)));
    }
    if (change == null || !isOfValues(change)) {
      return kept.with(filtered(state, EntryEdit.KEEP));
    }
    return changed(kept, change, state);
  }

  private static String name(KeyedState state, @Nullable StateChange change) {
    return change == null || change.renameTo() == null ? state.name() : change.renameTo().value();
  }

  private static boolean isOfValues(StateChange change) {
    return change.values() != null || change.ttl() != null || change.keepIf() != null;
  }

  private StateEdit changed(StateEdit kept, StateChange change, KeyedState state) {
    NewValues values =
        NewValues.of(change, state.value(), operator.fields().get(state.name()), now);
    if (change.values() instanceof Transform transform && transform.kind() != null) {
      WholeState whole = WholeState.of(transform, values);
      EntryEdit entries = new WholeChange(operator.toString(), state, values, whole);
      KeyedState result = whole.of(state);
      StateHeader header = kept.header().ofKind(result.kind().name());
      return new StateEdit(header.withValue(result.whole()), result, filtered(state, entries));
    }
    if (change.values() instanceof ClassTransform byClass) {
      return byClass(kept, ClassChange.of(operator, state, kept.header(), values, byClass), values);
    }
    EntryEdit entries = new EntryChange(operator.toString(), state, values, null);
    KeyedState result = state.withValue(values.stored());
    boolean isSame = values.stored().equals(state.value());
    StateHeader header = isSame ? kept.header() : kept.header().withValue(result.whole());
    return new StateEdit(header, result, filtered(state, entries));
  }

  private StateEdit byClass(StateEdit kept, ClassChange change, NewValues old) {
    KeyedState state = kept.state();
    NewValues values = old.withType(change.type(old.old()));
    KeyedState result = state.withValue(values.stored());
    EntryEdit entries = new EntryChange(operator.toString(), state, values, change);
    boolean isSame = values.stored().equals(state.value());
    StateHeader header = isSame ? kept.header() : change.described(kept.header(), result.whole());
    return new StateEdit(header, result, filtered(state, entries));
  }

  private EntryEdit timers(KeyedState state) {
    TimerChange timers = keyed.timers();
    if (timers == null) {
      return EntryEdit.KEEP;
    }
    RowExpression keepIf = timers.keepIf();
    return keepIf == null ? (entry, out) -> out.removed(1) : only(state, keepIf, EntryEdit.KEEP);
  }

  /** Returns an edit of those entries only whose keys are kept. */
  private EntryEdit filtered(KeyedState state, EntryEdit edit) {
    return keyed.keepIf() == null ? edit : only(state, keyed.keepIf().value(), edit);
  }

  private EntryEdit only(KeyedState state, RowExpression keepIf, EntryEdit edit) {
    return new EntryFilter(keepIf, new EntryRow(operator.toString(), state, keepIf.used()), edit);
  }
}
