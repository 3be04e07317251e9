// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.rewrite.edit.CoordinatorEdit;
import io.drey.state.rewrite.edit.OperatorEdit;
import io.drey.state.rewrite.edit.OperatorStateEdit;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.metadata.KeyedHandle.Sections;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorOutput;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.Replacement;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskOutput;
import io.drey.state.snapshot.metadata.SubtaskRanges;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.operator.OperatorEntries;
import io.drey.state.snapshot.serializer.UnwritableSnapshotException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what becomes of one operator. */
final class OperatorRewrite {
  private final SnapshotFiles files;
  private final OperatorEdit edit;
  private final OperatorSnapshot source;
  private final CopiedFiles copies;
  private final NewFiles created;
  private final Results results;
  private final OperatorKeyedRewrite keyedFiles;

  OperatorRewrite(
      SnapshotFiles files,
      OperatorEdit edit,
      CopiedFiles copies,
      RewriteTarget target,
      Results results) {
    this.files = files;
    this.edit = edit;
    this.source = edit.source();
    this.copies = copies;
    this.created = new NewFiles(edit.id(), copies, target);
    this.results = results;
    this.keyedFiles = new OperatorKeyedRewrite(files, edit, created, results);
  }

  /** Writes its files. */
  OperatorOutput write() throws IOException {
    if (edit.coordinator() == null) {
      copies.add(source.coordinatorRange());
    }
    List<@Nullable Sections> keyed = edit.keepsKeyedFiles() ? List.of() : keyedFiles.write();
    List<SubtaskOutput> subtasks = new ArrayList<>();
    for (int i = 0; i < source.subtasks().size(); i++) {
      SubtaskSnapshot subtask = source.subtasks().get(i);
      SubtaskRanges ranges = subtask.ranges();
      subtasks.add(
          ranges == null
              ? SubtaskOutput.same(subtask)
              : subtask(
                  subtask, ranges, edit.keepsKeyedFiles() ? null : Replacement.by(keyed.get(i))));
    }
    return new OperatorOutput(
        source, edit.id(), edit.maxParallelism(), subtasks, coordinator(edit.coordinator()));
  }

  private static Replacement<ByteReader> coordinator(@Nullable CoordinatorEdit edit) {
    if (edit == null) {
      return Replacement.none();
    }
    ByteWriter out = new ByteWriter();
    edit.write(out);
    return Replacement.by(ByteReader.of("coordinator", out.bytes()));
  }

  /**
   * @param keyed null if the keyed state is kept
   */
  private SubtaskOutput subtask(
      SubtaskSnapshot subtask, SubtaskRanges ranges, @Nullable Replacement<Sections> keyed)
      throws IOException {
    copies.add(ranges.rawOperator());
    copies.add(ranges.channels());
    Replacement<OperatorHandle> operator = operator(subtask, ranges);
    if (keyed == null) {
      copies.add(ranges.managedKeyed());
      copies.add(ranges.rawKeyed());
      return new SubtaskOutput(subtask, operator, Replacement.none(), Replacement.none());
    }
    return new SubtaskOutput(subtask, operator, keyed, Replacement.by(null));
  }

  private Replacement<OperatorHandle> operator(SubtaskSnapshot subtask, SubtaskRanges ranges)
      throws IOException {
    OperatorHandle handle = subtask.managedOperator();
    OperatorStateEdit states = keyedFiles.operatorStates(subtask);
    if (states == null || handle == null) {
      copies.add(ranges.managedOperator());
      return Replacement.none();
    }
    try (OperatorEntries entries = OperatorEntries.open(files, handle)) {
      checkHeader(source, entries.header());
      OperatorStateRewrite rewrite = rewrite(handle, entries, states);
      NewFile file = created.operator(subtask);
      try (OutputStream out = file.out()) {
        OperatorHandle written = rewrite.write(entries, out, file.name());
        rewrite.results(source.id()).forEach(results::add);
        return Replacement.by(written);
      }
    }
  }

  private OperatorStateRewrite rewrite(
      OperatorHandle handle, OperatorEntries entries, OperatorStateEdit states) {
    try {
      return OperatorStateRewrite.of(handle, entries, states);
    } catch (UnwritableSnapshotException e) {
      throw new RefusedException(source.id(), String.valueOf(e.getMessage()));
    }
  }

  /** Checks that all states are known. */
  static void checkHeader(OperatorSnapshot source, FileHeader header) {
    if (header.obstacle() != null) {
      throw new RefusedException(
          source.id(),
          "only "
              + header.obstacle()
              + " knows where the description of its states ends (name the job's jar with --jar)");
    }
  }
}
