// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import java.io.IOException;

/** The files of an operator's new state, named by its hash and the index of a subtask. */
record NewFiles(OperatorId operator, CopiedFiles taken, RewriteTarget target) {
  private static final String KEYED = "keyed";
  private static final String OPERATOR = "operator";

  /** Those of an operator of one subtask. */
  Addition.Files ofOne() {
    return new Addition.Files() {
      @Override
      public NewFile keyed() throws IOException {
        return create(0, KEYED);
      }

      @Override
      public NewFile operator() throws IOException {
        return create(0, OPERATOR);
      }
    };
  }

  NewFile keyed(SubtaskSnapshot subtask) throws IOException {
    return create(subtask.index(), KEYED);
  }

  NewFile operator(SubtaskSnapshot subtask) throws IOException {
    return create(subtask.index(), OPERATOR);
  }

  private NewFile create(int subtask, String kind) throws IOException {
    String name = taken.create(operator.hash() + "-" + subtask + "-" + kind);
    return new NewFile(name, target.create(name));
  }
}
