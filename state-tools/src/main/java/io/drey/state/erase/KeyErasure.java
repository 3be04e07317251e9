// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.erase;

import io.drey.state.migration.check.OperatorStates;
import io.drey.state.read.KeyFilter;
import io.drey.state.rewrite.edit.EntryEdit;
import io.drey.state.rewrite.edit.OperatorEdit;
import io.drey.state.rewrite.edit.StateEdit;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.type.ValueType;

/**
 * Erases all that operators have of a key: entries and timers.
 *
 * @param key as plain text, or as JSON
 */
public record KeyErasure(String key) implements Erasure {
  @Override
  public OperatorEdit of(OperatorSnapshot operator, OperatorStates states) {
    OperatorEdit none = OperatorEdit.none(operator);
    ValueType type = states.key();
    if (type == null || !isPossible(type, operator.maxParallelism())) {
      return none;
    }
    return none.withKeyed(
        (state, header) ->
            StateEdit.named(state.name(), header, state)
                .with(erased(KeyFilter.of(key, state.key(), operator.maxParallelism()))));
  }

  private static EntryEdit erased(KeyFilter filter) {
    return (entry, out) -> {
      if (filter.isWanted(entry)) {
        out.removed(1);
      } else {
        out.same(entry);
      }
    };
  }

  /** Whether the text can be a key of a type: other operators may have keys of other types. */
  private boolean isPossible(ValueType type, int maxParallelism) {
    try {
      KeyFilter unused = KeyFilter.of(key, type, maxParallelism);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public boolean usesValues() {
    return false;
  }
}
