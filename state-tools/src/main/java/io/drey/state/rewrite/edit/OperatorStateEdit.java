// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.edit;

import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.operator.OperatorState;
import org.jspecify.annotations.Nullable;

/** What becomes of the operator states of an operator. */
@FunctionalInterface
public interface OperatorStateEdit {
  /** Keeps every state. */
  OperatorStateEdit KEEP = (state, header) -> ListEdit.keep(header);

  /** Returns what becomes of a state; null if it is dropped. */
  @Nullable ListEdit of(OperatorState state, StateHeader header);

  /**
   * Returns what becomes of a state of a subtask; null if it is dropped.
   *
   * @param subtask all operator state of the subtask
   */
  default @Nullable ListEdit of(OperatorState state, StateHeader header, OperatorHandle subtask) {
    return of(state, header);
  }

  /**
   * What becomes of a state.
   *
   * @param header its new description
   */
  record ListEdit(StateHeader header, ElementEdit elements) {
    /** Keeps a state. */
    public static ListEdit keep(StateHeader header) {
      return new ListEdit(header, ElementEdit.KEEP);
    }
  }
}
