// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.number;

import io.drey.jobs.step.StateContract;
import io.drey.operators.sequence.SequenceState;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;

/** The state of the steps that number events. */
final class NumberState {
  private NumberState() {}

  static List<StateContract> of(String id) {
    return List.of(StateContract.of(id, SequenceState.lastNumber(), Types.LONG, "never freed"));
  }
}
