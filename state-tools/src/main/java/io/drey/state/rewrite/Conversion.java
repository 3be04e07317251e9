// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.rewrite.edit.KeyedEdit;
import io.drey.state.rewrite.edit.OperatorEdit;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.KeyedHandle.Layout;
import io.drey.state.snapshot.metadata.KeyedHandle.Sections;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
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
  public static List<OperatorEdit> of(Metadata metadata) {
    return metadata.operators().stream().map(Conversion::edit).toList();
  }

  private static OperatorEdit edit(OperatorSnapshot operator) {
    OperatorEdit same = OperatorEdit.none(operator);
    boolean isCanonical = operator.subtasks().stream().allMatch(Conversion::isCanonical);
    return isCanonical ? same : same.withKeyed(KeyedEdit.KEEP);
  }

  /** Whether it says so itself: Flink before 1.16 wrote files that only RocksDB takes for that. */
  private static boolean isCanonical(SubtaskSnapshot subtask) {
    KeyedHandle managed = subtask.managedKeyed();
    return subtask.rawKeyed() == null
        && (managed == null
            || (managed instanceof Sections sections && sections.layout() == Layout.CANONICAL));
  }
}
