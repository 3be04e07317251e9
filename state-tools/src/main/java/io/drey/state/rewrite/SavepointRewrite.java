// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.keyed.CanonicalWriter;
import io.drey.state.snapshot.keyed.SubtaskEntries;
import io.drey.state.snapshot.metadata.ByteRange;
import io.drey.state.snapshot.metadata.FileReference;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.MetadataWriter;
import io.drey.state.snapshot.metadata.OperatorOutput;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.Replacement;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskOutput;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.output.SavepointDirectory;
import io.drey.state.snapshot.type.UndecodableException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a savepoint that differs from another snapshot in the edited operators. All others keep
 * their format and bytes; edited keyed state becomes canonical.
 */
public final class SavepointRewrite {
  private static final String METADATA = "_metadata";

  private final SnapshotFiles files;
  private final Metadata metadata;
  private final SavepointDirectory directory;
  private final CopiedFiles copies;

  private SavepointRewrite(SnapshotFiles files, Metadata metadata, SavepointDirectory directory) {
    this.files = files;
    this.metadata = metadata;
    this.directory = directory;
    this.copies = new CopiedFiles(files, directory);
  }

  /**
   * Writes the savepoint.
   *
   * @param edits what becomes of each operator that is kept, in the order of the metadata
   * @throws RefusedException if an edit is not possible
   * @throws SavepointException if the source cannot be read
   */
  public static void write(
      SnapshotFiles files, List<OperatorEdit> edits, SavepointDirectory directory)
      throws IOException {
    new SavepointRewrite(files, files.metadata(), directory).write(edits);
  }

  private void write(List<OperatorEdit> edits) throws IOException {
    List<OperatorOutput> operators = new ArrayList<>();
    for (OperatorEdit edit : edits) {
      operators.add(operator(edit));
    }
    byte[] written =
        MetadataWriter.write(metadata, files.metadataBytes(), operators, copies.names());
    try (OutputStream out = directory.create(METADATA)) {
      out.write(written);
    }
  }

  private OperatorOutput operator(OperatorEdit edit) throws IOException {
    OperatorSnapshot source = edit.source();
    copy(source.coordinatorRange());
    List<SubtaskOutput> subtasks = new ArrayList<>();
    for (SubtaskSnapshot subtask : source.subtasks()) {
      subtasks.add(subtask(edit, subtask));
    }
    return new OperatorOutput(source, edit.id(), edit.maxParallelism(), subtasks);
  }

  private SubtaskOutput subtask(OperatorEdit edit, SubtaskSnapshot source) throws IOException {
    if (source.ranges() == null) {
      return SubtaskOutput.same(source);
    }
    copy(source.ranges().managedOperator());
    copy(source.ranges().rawOperator());
    copy(source.ranges().channels());
    if (edit.keyed() == null) {
      copy(source.ranges().managedKeyed());
      copy(source.ranges().rawKeyed());
      return SubtaskOutput.same(source);
    }
    return new SubtaskOutput(
        source,
        Replacement.none(),
        Replacement.by(keyed(edit, edit.keyed(), source)),
        Replacement.by(null));
  }

  private KeyedHandle.@Nullable Sections keyed(
      OperatorEdit edit, KeyedEdit keyed, SubtaskSnapshot subtask) throws IOException {
    int maxParallelism = edit.source().maxParallelism();
    try (SubtaskEntries source = SubtaskEntries.open(files, subtask, maxParallelism)) {
      if (source == null) {
        return null;
      }
      checkHeader(edit, source.header());
      KeyedRewrite rewrite = KeyedRewrite.of(source, keyed);
      String name = copies.create(edit.id().hash() + "-" + subtask.index() + "-keyed");
      try (CanonicalWriter out =
          new CanonicalWriter(
              directory.create(name), rewrite.header(), source.groups(), maxParallelism)) {
        rewrite.write(source.entries(), out);
        return out.finish(name);
      }
    } catch (UndecodableException e) {
      throw new RefusedException(
          edit.source().id(),
          "only " + e.getMessage() + " knows where its values end (name a jar with it by --jar)");
    }
  }

  private static void checkHeader(OperatorEdit edit, FileHeader header) {
    if (header.obstacle() != null) {
      throw new RefusedException(
          edit.source().id(),
          "only "
              + header.obstacle()
              + " knows where the description of its states ends (name the job's jar with --jar)");
    }
  }

  private void copy(ByteRange range) throws IOException {
    for (FileReference reference : metadata.referencesIn(range)) {
      copies.add(reference.slice());
    }
  }
}
