// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.util.List;

/** A pipeline of Drey's without its operator: keys are read and events are exchanged. */
record WithoutOperator(Drey pipeline) implements Program {
  @Override
  public String title() {
    return "read, key, write";
  }

  @Override
  public Answer answer() {
    return Answer.EVERYTHING;
  }

  @Override
  public List<String> command(Trial trial) throws IOException {
    return List.of(WithoutOperatorMain.class.getName(), pipeline.file(trial).toString());
  }
}
