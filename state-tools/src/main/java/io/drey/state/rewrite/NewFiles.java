// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import java.io.IOException;
import java.io.OutputStream;

/** The files of an operator's new state, named by its hash and the index of a subtask. */
record NewFiles(OperatorId operator, CopiedFiles taken, RewriteTarget target) {
  /** A file; who writes it has to close the stream. */
  record NewFile(String name, OutputStream out) {}

  NewFile keyed(SubtaskSnapshot subtask) throws IOException {
    return create(subtask, "keyed");
  }

  NewFile operator(SubtaskSnapshot subtask) throws IOException {
    return create(subtask, "operator");
  }

  private NewFile create(SubtaskSnapshot subtask, String kind) throws IOException {
    String name = taken.create(operator.hash() + "-" + subtask.index() + "-" + kind);
    return new NewFile(name, target.create(name));
  }
}
