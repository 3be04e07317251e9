// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.related;

import io.drey.operators.meaning.Derivation;
import io.drey.state.rewrite.edit.EntryEdit;
import io.drey.state.rewrite.edit.KeyedEdit;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.rewrite.edit.StateEdit;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.registry.DerivedStates;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out derived states, which are computed anew, but for what tells the order of last use.
 *
 * @param edit what becomes of all others
 * @param related null if no state is computed anew
 * @param isRegrouped whether keys come into other key groups
 */
public record RelatedEdit(
    Object operator,
    KeyedEdit edit,
    DerivedStates contract,
    @Nullable RelatedStates related,
    boolean isRegrouped)
    implements KeyedEdit {
  @Override
  public @Nullable StateEdit of(KeyedState state, StateHeader header) {
    StateEdit edited = edit.of(state, header);
    if (edited == null) {
      return null;
    }
    Derivation derivation = contract.derivation(state.name());
    boolean isOfGroups =
        derivation == Derivation.KEY_GROUP_COUNT
            || (contract.hasGroupKeys() && state.kind() != KeyedStateType.TIMERS);
    if (isRegrouped && isOfGroups) {
      return edited.with(refusal(state));
    }
    return related == null || derivation == null
        ? edited
        : edited.with(derived(derivation, edited.entries(), related));
  }

  private static EntryEdit derived(Derivation derivation, EntryEdit edit, RelatedStates related) {
    return switch (derivation) {
      case NEWER_KEY -> related.keys().links(edit);
      case ENTRY_LINKS -> (Unshown) (entry, out) -> edit.edit(entry, new Uncounted(out, null));
      case OLDER_KEY, ENTRY_ENDS -> (Unshown) (entry, out) -> {};
      case ENTRY_COUNT -> zeros(edit);
      case KEY_GROUPS, KEY_GROUP_COUNT -> edit;
    };
  }

  /** Keeps counts of keys without entries. */
  private static EntryEdit zeros(EntryEdit edit) {
    return (Unshown)
        (entry, out) -> {
          int from = entry.value().position();
          boolean isZero = entry.value().readLong() == 0;
          entry.value().position(from);
          if (isZero) {
            edit.edit(entry, new Uncounted(out, null));
          }
        };
  }

  private EntryEdit refusal(KeyedState state) {
    return (entry, out) -> {
      throw new RefusedException(
          operator,
          "its state '"
              + state.name()
              + "' has entries that fit only the old key groups: take a savepoint when it has none,"
              + " or drop the state and the timers");
    };
  }
}
