// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.ExpectedRows;
import io.drey.state.sample.Rows;
import io.drey.state.sample.Snapshots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperatorRowsITCase {
  @ParameterizedTest
  @EnumSource
  void readsListsOfSubtasksAndBroadcastState(Snapshots snapshot) {
    assertThat(Rows.operator(snapshot.path(), "subtask-states"))
        .containsExactlyInAnyOrderElementsOf(ExpectedRows.ofSubtaskStates(snapshot));
  }
}
