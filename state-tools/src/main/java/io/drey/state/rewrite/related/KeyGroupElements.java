// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.related;

import io.drey.operators.meaning.Derivation;
import io.drey.state.rewrite.edit.ElementEdit;
import io.drey.state.rewrite.edit.OperatorStateEdit;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.metadata.KeyGroups;
import io.drey.state.snapshot.operator.OperatorState;
import io.drey.state.snapshot.registry.DerivedStates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replaces the lists of key groups in the operator state of a subtask. */
record KeyGroupElements(
    OperatorStateEdit edit, DerivedStates contract, List<KeyGroupList> lists, KeyGroups groups)
    implements OperatorStateEdit {
  @Override
  public @Nullable ListEdit of(OperatorState state, StateHeader header) {
    ListEdit edited = edit.of(state, header);
    boolean isDerived = contract.derivation(state.name()) == Derivation.KEY_GROUPS;
    return edited == null || !isDerived ? edited : new ListEdit(edited.header(), new Replaced());
  }

  private final class Replaced implements ElementEdit {
    @Override
    public void edit(ByteReader mapKey, ByteReader value, ElementOutput out) {}

    @Override
    public void end(ElementOutput out) {
      for (KeyGroupList list : lists) {
        if (groups.contains(list.group())) {
          out.element(ByteReader.views(), list.element());
        }
      }
    }
  }
}
