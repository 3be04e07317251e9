// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.rewrite.NewFiles.NewFile;
import io.drey.state.rewrite.edit.KeyedEdit;
import io.drey.state.rewrite.edit.OperatorEdit;
import io.drey.state.rewrite.edit.OperatorStateEdit;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.header.StateHeader.Backing;
import io.drey.state.snapshot.keyed.CanonicalWriter;
import io.drey.state.snapshot.keyed.SubtaskEntries;
import io.drey.state.snapshot.metadata.KeyedHandle.Sections;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorOutput;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.Replacement;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskOutput;
import io.drey.state.snapshot.metadata.SubtaskRanges;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.metadata.TemporaryDirectory;
import io.drey.state.snapshot.operator.OperatorEntries;
import io.drey.state.snapshot.serializer.UnwritableSnapshotException;
import io.drey.state.snapshot.type.UndecodableException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what becomes of one operator. */
final class OperatorRewrite {
  private final SnapshotFiles files;
  private final OperatorEdit edit;
  private final OperatorSnapshot source;
  private final CopiedFiles copies;
  private final NewFiles created;
  private final Results results;
  private final boolean isPartial;

  /**
   * @param isPartial whether other operators keep databases
   */
  OperatorRewrite(
      SnapshotFiles files,
      OperatorEdit edit,
      CopiedFiles copies,
      RewriteTarget target,
      Results results,
      boolean isPartial) {
    this.files = files;
    this.edit = edit;
    this.source = edit.source();
    this.copies = copies;
    this.created = new NewFiles(edit.id(), copies, target);
    this.results = results;
    this.isPartial = isPartial;
  }

  /** Writes its files. */
  OperatorOutput write() throws IOException {
    copies.add(source.coordinatorRange());
    List<@Nullable Sections> keyed = edit.keepsKeyedFiles() ? List.of() : keyed();
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
    return new OperatorOutput(source, edit.id(), edit.maxParallelism(), subtasks);
  }

  private boolean isRegrouped() {
    return edit.keys() != null || edit.maxParallelism() != source.maxParallelism();
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
    if (edit.operator() == null || handle == null) {
      copies.add(ranges.managedOperator());
      return Replacement.none();
    }
    try (OperatorEntries entries = OperatorEntries.open(files, handle)) {
      checkHeader(entries.header());
      OperatorStateRewrite rewrite = rewrite(handle, entries, edit.operator());
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

  /** Returns the new keyed state of each subtask; null elements if there is none. */
  private List<@Nullable Sections> keyed() throws IOException {
    if (isRegrouped()) {
      Regrouping regrouping = Regrouping.of(edit);
      try (TemporaryDirectory temporary = files.createDirectory()) {
        return regrouping.apply(this::read, created, temporary, results);
      }
    }
    List<@Nullable Sections> handles = new ArrayList<>();
    for (SubtaskSnapshot subtask : source.subtasks()) {
      handles.add(keyed(subtask));
    }
    return handles;
  }

  private void read(SubtaskSnapshot subtask, Regrouping.Target target) throws IOException {
    try (SubtaskEntries entries = open(subtask)) {
      if (entries != null) {
        KeyedRewrite rewrite = rewrite(entries);
        rewrite.write(entries.entries(), target.of(rewrite.header()));
        rewrite.results(source.id()).forEach(results::add);
      }
    } catch (UndecodableException e) {
      throw endless(e);
    }
  }

  private @Nullable Sections keyed(SubtaskSnapshot subtask) throws IOException {
    try (SubtaskEntries entries = open(subtask)) {
      if (entries == null) {
        return null;
      }
      KeyedRewrite rewrite = rewrite(entries);
      NewFile file = created.keyed(subtask);
      try (CanonicalWriter out =
          new CanonicalWriter(
              file.out(), rewrite.header(), entries.groups(), source.maxParallelism())) {
        rewrite.write(entries.entries(), out);
        rewrite.results(source.id()).forEach(results::add);
        return out.finish(file.name());
      }
    } catch (UndecodableException e) {
      throw endless(e);
    }
  }

  private @Nullable SubtaskEntries open(SubtaskSnapshot subtask) {
    return SubtaskEntries.open(files, subtask, source.maxParallelism());
  }

  private KeyedRewrite rewrite(SubtaskEntries entries) {
    checkHeader(entries.header());
    checkForSt(entries.header());
    try {
      return KeyedRewrite.of(
          source.id(), entries, Objects.requireNonNullElse(edit.keyed(), KeyedEdit.KEEP));
    } catch (UnwritableSnapshotException e) {
      throw new RefusedException(source.id(), String.valueOf(e.getMessage()));
    }
  }

  private void checkHeader(FileHeader header) {
    if (header.obstacle() != null) {
      throw new RefusedException(
          source.id(),
          "only "
              + header.obstacle()
              + " knows where the description of its states ends (name the job's jar with --jar)");
    }
  }

  /** Only ForSt keeps state of the asynchronous API, and it restores no canonical files. */
  private void checkForSt(FileHeader header) {
    boolean isOfForSt =
        header.states().stream().anyMatch(state -> state.backing() == Backing.KEY_VALUE_V2);
    if (isOfForSt && isPartial) {
      throw new RefusedException(
          source.id(),
          "it is state of ForSt, which restores no canonical files, and other operators would keep"
              + " theirs: convert the savepoint first (drey state convert), for hashmap or RocksDB");
    }
  }

  private RefusedException endless(UndecodableException e) {
    return new RefusedException(
        source.id(),
        "only " + e.getMessage() + " knows where its values end (name a jar with it by --jar)",
        e);
  }
}
