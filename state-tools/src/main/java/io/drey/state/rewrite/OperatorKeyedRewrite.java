// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.rewrite.edit.KeyedEdit;
import io.drey.state.rewrite.edit.OperatorEdit;
import io.drey.state.rewrite.edit.OperatorStateEdit;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.rewrite.related.RelatedEdit;
import io.drey.state.rewrite.related.RelatedStates;
import io.drey.state.snapshot.file.TemporaryDirectory;
import io.drey.state.snapshot.keyed.CanonicalWriter;
import io.drey.state.snapshot.keyed.KeyedHandles;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.SubtaskEntries;
import io.drey.state.snapshot.metadata.KeyGroups;
import io.drey.state.snapshot.metadata.KeyedHandle.Sections;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.registry.DerivedStates;
import io.drey.state.snapshot.serializer.UnwritableSnapshotException;
import io.drey.state.snapshot.type.UndecodableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what becomes of the keyed state of one operator. */
final class OperatorKeyedRewrite {
  private final SnapshotFiles files;
  private final OperatorEdit edit;
  private final OperatorSnapshot source;
  private final NewFiles created;
  private final Results results;
  private final DerivedStates contract;
  private @Nullable RelatedStates related;

  OperatorKeyedRewrite(SnapshotFiles files, OperatorEdit edit, NewFiles created, Results results) {
    this.files = files;
    this.edit = edit;
    this.source = edit.source();
    this.created = created;
    this.results = results;
    this.contract = DerivedStates.of(source.marker());
  }

  /** Returns the new keyed state of each subtask; null elements if there is none. */
  List<@Nullable Sections> write() throws IOException {
    if (isRegrouped() || isRelated()) {
      return sorted();
    }
    List<@Nullable Sections> handles = new ArrayList<>();
    for (SubtaskSnapshot subtask : source.subtasks()) {
      handles.add(keyed(subtask));
    }
    return handles;
  }

  private boolean isRegrouped() {
    return edit.keys() != null || edit.maxParallelism() != source.maxParallelism();
  }

  /** Whether states may have to change that tell of others. */
  private boolean isRelated() {
    return (isRegrouped() || !KeyedEdit.KEEP.equals(edit.keyed()))
        && source.subtasks().stream()
            .map(SubtaskSnapshot::managedKeyed)
            .filter(Objects::nonNull)
            .flatMap(handle -> KeyedHandles.states(files, handle).stream())
            .map(KeyedState::name)
            .anyMatch(state -> contract.derivation(state) != null);
  }

  private List<@Nullable Sections> sorted() throws IOException {
    Regrouping regrouping = Regrouping.of(edit);
    try (TemporaryDirectory temporary = files.createDirectory();
        RelatedStates computed = isRelated() ? related(temporary) : null) {
      related = computed;
      return regrouping.apply(this::read, created, temporary, computed, results);
    }
  }

  private RelatedStates related(TemporaryDirectory temporary) {
    return RelatedStates.inOrderOfLinks(
        source.id(), contract, temporary.path(), Regrouping.budget());
  }

  /**
   * Returns what becomes of a subtask's operator states, once keyed state is written; null if they
   * keep their files.
   */
  @Nullable OperatorStateEdit operatorStates(SubtaskSnapshot subtask) {
    if (related == null) {
      return edit.operator();
    }
    return related.operatorStates(
        Objects.requireNonNullElse(edit.operator(), OperatorStateEdit.KEEP),
        KeyGroups.ofSubtask(subtask.index(), source.parallelism(), edit.maxParallelism()));
  }

  private void read(SubtaskSnapshot subtask, Regrouping.Target target) throws IOException {
    try (SubtaskEntries entries = open(subtask)) {
      if (entries != null) {
        KeyedRewrite rewrite = rewrite(entries);
        rewrite.write(
            entries.entries(), target.of(rewrite.header(), rewrite.states()), files.progress());
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
        rewrite.write(entries.entries(), out, files.progress());
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
    OperatorRewrite.checkHeader(source, entries.header());
    KeyedEdit keyed = Objects.requireNonNullElse(edit.keyed(), KeyedEdit.KEEP);
    try {
      return KeyedRewrite.of(
          source.id(),
          entries,
          new RelatedEdit(source.id(), keyed, contract, related, isRegrouped()));
    } catch (UnwritableSnapshotException e) {
      throw new RefusedException(source.id(), String.valueOf(e.getMessage()));
    }
  }

  private RefusedException endless(UndecodableException e) {
    return new RefusedException(
        source.id(),
        "only " + e.getMessage() + " knows where its values end (name a jar with it by --jar)",
        e);
  }
}
