// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.rewrite.edit.OperatorEdit;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.file.MetadataFile;
import io.drey.state.snapshot.metadata.AddedOperator;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.MetadataWriter;
import io.drey.state.snapshot.metadata.OperatorOutput;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a savepoint that differs from another snapshot in the edited operators. All others keep
 * their format and bytes; edited keyed state becomes canonical.
 */
public final class SavepointRewrite {
  private SavepointRewrite() {}

  /**
   * Writes the savepoint, its metadata last.
   *
   * @param edits what becomes of each operator that is kept, in the order of the metadata
   * @return what became of the states that were written anew
   * @throws RefusedException if an edit is not possible
   * @throws SavepointException if the source cannot be read
   */
  public static List<StateResult> write(
      SnapshotFiles files, List<OperatorEdit> edits, RewriteTarget target) throws IOException {
    return write(files, edits, List.of(), target);
  }

  /** The same with operators that the source does not have. */
  public static List<StateResult> write(
      SnapshotFiles files, List<OperatorEdit> edits, List<Addition> additions, RewriteTarget target)
      throws IOException {
    Metadata metadata = files.storedMetadata();
    edits.forEach(edit -> checkInFlight(edit.source()));
    CopiedFiles copies = new CopiedFiles(files, metadata, target);
    Results results = new Results();
    List<OperatorOutput> operators = new ArrayList<>();
    for (OperatorEdit edit : edits) {
      operators.add(new OperatorRewrite(files, edit, copies, target, results).write());
    }
    List<AddedOperator> added = new ArrayList<>();
    for (Addition addition : additions) {
      added.add(addition.write(new NewFiles(addition.id(), copies, target).ofOne()));
    }
    byte[] written =
        MetadataWriter.write(metadata, files.metadataBytes(), operators, added, copies.names());
    try (OutputStream out = target.create(MetadataFile.NAME)) {
      out.write(written);
    }
    return results.all();
  }

  private static void checkInFlight(OperatorSnapshot operator) {
    long bytes = operator.subtasks().stream().mapToLong(SubtaskSnapshot::inFlightBytes).sum();
    if (bytes > 0) {
      throw new RefusedException(
          operator.id(),
          "it holds "
              + bytes
              + " bytes of in-flight events of an unaligned checkpoint, which fit only the job that"
              + " took it: take a savepoint, or an aligned checkpoint");
    }
  }
}
