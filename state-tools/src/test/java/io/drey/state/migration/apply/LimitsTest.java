// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.state.migration.check.OperatorStates;
import io.drey.state.migration.check.ResolvedOperator;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.file.FileSlice;
import io.drey.state.snapshot.metadata.ByteRange;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorHandle.Mode;
import io.drey.state.snapshot.metadata.OperatorHandle.Partitions;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {
  @Test
  void refusesAnOperatorOfALaterVersion() {
    assertThatThrownBy(() -> Limits.checkContract(operator("drey/LaterState/json-keys")))
        .isInstanceOf(RefusedException.class)
        .hasMessage(
            "Cannot change operator 'step': it is one of Drey's with states of 'LaterState', of"
                + " which this version does not know what they tell of one another: take the"
                + " version of drey that wrote the savepoint");
  }

  @Test
  void changesOperatorsOfOtherJobs() {
    assertThat(Limits.checkContract(operator("names")).byName()).isEmpty();
  }

  private static ResolvedOperator operator(String state) {
    Partitions partitions = new Partitions(state, Mode.SPLIT_DISTRIBUTE, List.of());
    OperatorHandle own = new OperatorHandle(List.of(partitions), FileSlice.whole("file", 0), false);
    OperatorSnapshot operator =
        new OperatorSnapshot(
            OperatorId.ofUid("step", "Step"),
            1,
            128,
            null,
            new ByteRange(0, 0),
            false,
            List.of(new SubtaskSnapshot(0, false, own, null, null, null, 0, null)));
    return new ResolvedOperator(operator, operator.id(), 128, null, OperatorStates.NONE, Map.of());
  }
}
