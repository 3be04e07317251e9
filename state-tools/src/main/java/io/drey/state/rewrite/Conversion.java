// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.snapshot.keyed.KeyedHandles;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.KeyedHandle.Layout;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import java.util.List;

/** Makes a snapshot canonical, which every state backend but ForSt restores. */
public final class Conversion {
  private Conversion() {}

  /**
   * Returns what becomes of the operators.
   *
   * @throws RefusedException if one of them has state that a canonical savepoint cannot have
   */
  public static List<OperatorEdit> of(SnapshotFiles files, Metadata metadata) {
    return metadata.operators().stream().map(operator -> edit(files, operator)).toList();
  }

  private static OperatorEdit edit(SnapshotFiles files, OperatorSnapshot operator) {
    OperatorEdit same = OperatorEdit.none(operator);
    boolean isCanonical =
        operator.subtasks().stream().allMatch(subtask -> isCanonical(files, subtask));
    return isCanonical ? same : same.withKeyed(KeyedEdit.KEEP);
  }

  private static boolean isCanonical(SnapshotFiles files, SubtaskSnapshot subtask) {
    KeyedHandle managed = subtask.managedKeyed();
    return subtask.rawKeyed() == null
        && (managed == null || KeyedHandles.layout(files, managed) == Layout.CANONICAL);
  }
}
