// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.rewrite.edit.KeyedEdit;
import io.drey.state.rewrite.edit.OperatorEdit;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.keyed.ForStFiles;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.KeyedHandle.Layout;
import io.drey.state.snapshot.metadata.KeyedHandle.Sections;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a snapshot canonical, which every state backend but ForSt restores. */
public final class Conversion {
  private Conversion() {}

  /**
   * Returns what becomes of the operators.
   *
   * @throws RefusedException if one of them has state that a canonical savepoint cannot have
   */
  public static List<OperatorEdit> of(Metadata metadata) {
    return with(metadata.operators().stream().map(OperatorEdit::none).toList());
  }

  /** Returns changes with which all keyed state becomes canonical, beside what they change. */
  public static List<OperatorEdit> with(List<OperatorEdit> edits) {
    return edits.stream().map(Conversion::with).toList();
  }

  private static OperatorEdit with(OperatorEdit edit) {
    boolean isCanonical = edit.source().subtasks().stream().allMatch(Conversion::isCanonical);
    return isCanonical || !edit.keepsKeyedFiles() ? edit : edit.withKeyed(KeyedEdit.KEEP);
  }

  /**
   * Returns an operator of ForSt that would have canonical keyed state, or else one that would
   * stand beside such state: ForSt restores neither.
   *
   * @param addsKeyed whether there will be canonical keyed state in any case
   * @return null if there is none
   */
  public static @Nullable OperatorSnapshot leftByForSt(
      SnapshotFiles files, List<OperatorEdit> edits, boolean addsKeyed) {
    boolean isAnyWritten = addsKeyed || edits.stream().anyMatch(edit -> !edit.keepsKeyedFiles());
    return isAnyWritten
        ? edits.stream()
            .sorted(Comparator.comparing(OperatorEdit::keepsKeyedFiles))
            .map(OperatorEdit::source)
            .filter(operator -> ForStFiles.areOf(files, operator))
            .findFirst()
            .orElse(null)
        : null;
  }

  /** Whether it says so itself: Flink before 1.16 wrote files that only RocksDB takes for that. */
  private static boolean isCanonical(SubtaskSnapshot subtask) {
    KeyedHandle managed = subtask.managedKeyed();
    return subtask.rawKeyed() == null
        && (managed == null
            || (managed instanceof Sections sections && sections.layout() == Layout.CANONICAL));
  }
}
