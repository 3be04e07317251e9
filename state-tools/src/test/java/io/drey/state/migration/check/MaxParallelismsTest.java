// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.yaml.Position;
import io.drey.jobs.yaml.Problem;
import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.Secrets;
import io.drey.state.migration.Placed;
import io.drey.state.snapshot.file.FileSlice;
import io.drey.state.snapshot.metadata.ByteRange;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorHandle.Mode;
import io.drey.state.snapshot.metadata.OperatorHandle.Partitions;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MaxParallelismsTest {
  private static final ByteRange NOWHERE = new ByteRange(0, 0);

  private static final OperatorSnapshot STORE = operator("store", 128, "drey/KvState");
  private static final OperatorSnapshot SORTER = operator("store-order", 128, "other");
  private static final OperatorSnapshot FOREIGN = operator("shop", 128, "other");
  private static final OperatorSnapshot FOREIGN_ORDER = operator("shop-order", 128, "other");
  private static final OperatorSnapshot FILE = operator("file", 1, "other");

  private final Problems problems = new Problems("plan.yaml", new Secrets());

  @Test
  void givesThatOfOneOperatorToItsWholeStep() {
    MaxParallelisms given = given(null);

    given.add(SORTER, placed(64, "operators.store-order"));

    assertThat(given.of(STORE)).isEqualTo(placed(64, "operators.store-order"));
    assertThat(given.of(FOREIGN)).isNull();
  }

  @Test
  void tellsStepsFromOtherOperators() {
    MaxParallelisms given = given(null);

    given.add(FOREIGN_ORDER, placed(64, "operators.shop-order"));

    assertThat(given.of(FOREIGN)).isNull();
  }

  @Test
  void rejectsTwoForOneStep() {
    MaxParallelisms given = given(null);

    given.add(STORE, placed(64, "operators.store"));
    given.add(SORTER, placed(32, "operators.store-order"));

    assertThat(problems.sorted())
        .map(Problem::toString)
        .containsExactly(
            "plan.yaml:1:1: operators.store-order: Invalid max-parallelism: must be 64, as"
                + " operators.store says of the same step, but was 32");
  }

  @Test
  void leavesOperatorsOfOneSubtaskToTheJob() {
    Placed<Integer> ofAll = placed(64, "max-parallelism");
    MaxParallelisms given = given(ofAll);

    assertThat(given.of(STORE)).isEqualTo(ofAll);
    assertThat(given.of(FILE)).isNull();
    given.add(FILE, placed(2, "operators.file"));
    assertThat(given.of(FILE)).isEqualTo(placed(2, "operators.file"));
  }

  @Test
  void changesAJobOfWhichAllHaveOneSubtask() {
    Placed<Integer> ofAll = placed(64, "max-parallelism");

    assertThat(new MaxParallelisms(saved(FILE), ofAll, problems).of(FILE)).isEqualTo(ofAll);
  }

  private MaxParallelisms given(@Nullable Placed<Integer> ofAll) {
    return new MaxParallelisms(saved(STORE, SORTER, FOREIGN, FOREIGN_ORDER, FILE), ofAll, problems);
  }

  private static Metadata saved(OperatorSnapshot... operators) {
    return new Metadata(6, 1, List.of(operators), NOWHERE, List.of());
  }

  private static Placed<Integer> placed(int value, String path) {
    return new Placed<>(value, Position.START, path);
  }

  private static OperatorSnapshot operator(String uid, int maxParallelism, String state) {
    Partitions partitions = new Partitions(state, Mode.SPLIT_DISTRIBUTE, List.of());
    OperatorHandle own = new OperatorHandle(List.of(partitions), FileSlice.whole("file", 0), false);
    SubtaskSnapshot subtask = new SubtaskSnapshot(0, false, own, null, null, null, 0, null);
    return new OperatorSnapshot(
        OperatorId.ofUid(uid, uid), 1, maxParallelism, null, NOWHERE, false, List.of(subtask));
  }
}
