// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.rewrite.edit.KeyEdit;
import io.drey.state.rewrite.edit.OperatorEdit;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.rewrite.related.DerivedOutput;
import io.drey.state.rewrite.related.RelatedStates;
import io.drey.state.snapshot.file.TemporaryDirectory;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.keyed.CanonicalWriter;
import io.drey.state.snapshot.keyed.EntrySink;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.metadata.KeyGroups;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Distributes the keyed state of an operator over key groups anew: of another max parallelism, or
 * of other keys.
 */
final class Regrouping {
  /** The share of the heap that entries may take before they are sorted on disk. */
  private static final int SHARE = 8;

  private final OperatorSnapshot source;
  private final int maxParallelism;
  private final @Nullable KeyEdit keys;
  private final boolean isGrouped;
  private final KeyGrouping grouping;

  private Regrouping(OperatorEdit edit) {
    this.source = edit.source();
    this.maxParallelism = edit.maxParallelism();
    this.keys = edit.keys();
    this.isGrouped = maxParallelism == source.maxParallelism();
    this.grouping = new KeyGrouping(source, maxParallelism);
  }

  /**
   * Returns how an operator is changed.
   *
   * @throws RefusedException if that is not possible
   */
  static Regrouping of(OperatorEdit edit) {
    OperatorSnapshot source = edit.source();
    int maxParallelism = edit.maxParallelism();
    if (source.parallelism() > maxParallelism) {
      throw new RefusedException(
          source.id(),
          "max parallelism "
              + maxParallelism
              + " is less than its parallelism "
              + source.parallelism());
    }
    boolean isRegrouped = edit.keys() != null || maxParallelism != source.maxParallelism();
    boolean isKeyed = isRegrouped && source.subtasks().stream().anyMatch(Regrouping::isKeyed);
    if (isKeyed && source.subtasks().stream().anyMatch(SubtaskSnapshot::isFinished)) {
      throw new RefusedException(
          source.id(), "some of its subtasks had finished, which other key groups would revive");
    }
    return new Regrouping(edit);
  }

  private static boolean isKeyed(SubtaskSnapshot subtask) {
    return subtask.managedKeyed() != null || subtask.rawKeyed() != null;
  }

  /** Reads the entries of a subtask. */
  interface Reading {
    void readTo(SubtaskSnapshot subtask, Target target) throws IOException;
  }

  /** Gives what takes the entries of files with a header, and states in its order. */
  interface Target {
    EntrySink of(FileHeader header, List<KeyedState> states);
  }

  /**
   * Returns the new keyed state of each subtask; null elements if there is none.
   *
   * @param temporary for what does not fit into memory
   * @param related computed anew; null if there are none
   * @param results are told which entries were removed
   */
  List<KeyedHandle.@Nullable Sections> apply(
      Reading reading,
      NewFiles files,
      TemporaryDirectory temporary,
      @Nullable RelatedStates related,
      Results results)
      throws IOException {
    temporary.require(source.bytes() * (keys == null ? 1 : 2));
    try (GroupedEntries entries = new GroupedEntries(temporary.path(), budget())) {
      read(reading, new Kept(entries, related), temporary, results);
      if (related != null) {
        related.write();
        related.forEach((state, output) -> results.add(written(state, output)));
      }
      List<KeyedHandle.@Nullable Sections> handles = new ArrayList<>();
      for (SubtaskSnapshot subtask : source.subtasks()) {
        handles.add(subtask.isFinished() ? null : write(subtask, entries, files));
      }
      return handles;
    }
  }

  private StateResult written(String state, DerivedOutput output) {
    return new StateResult(
        source.id(),
        state,
        state,
        0,
        output.entries(),
        output.bytes(),
        output.removed(),
        Examples.NONE);
  }

  /** Takes entries with their new keys and key groups. */
  private record Kept(GroupedEntries entries, @Nullable RelatedStates related) {
    EntrySink of(FileHeader header, List<KeyedState> states) {
      EntrySink sink = entries.of(header);
      return related == null ? sink : related.taking(states, sink);
    }
  }

  /** How much memory entries may take before they are sorted on disk. */
  static long budget() {
    return Runtime.getRuntime().maxMemory() / SHARE;
  }

  private void read(Reading reading, Kept kept, TemporaryDirectory temporary, Results results)
      throws IOException {
    if (keys == null) {
      readAll(reading, (header, states) -> grouped(header, kept.of(header, states)));
      return;
    }
    try (ChangedKeys changed =
        new ChangedKeys(source.id(), keys, grouping, temporary.path(), budget())) {
      readAll(
          reading,
          (header, states) -> {
            grouping.describe(header);
            return changed.of(header, kept.of(header, states));
          });
      changed.passOn(results);
    }
  }

  private void readAll(Reading reading, Target target) throws IOException {
    for (SubtaskSnapshot subtask : source.subtasks()) {
      reading.readTo(subtask, target);
    }
  }

  /** Returns what takes entries and passes them on in their new key groups. */
  private EntrySink grouped(FileHeader header, EntrySink next) {
    if (isGrouped) {
      return next;
    }
    grouping.describe(header);
    return (keyGroup, number, state, key, namespace, mapKey, value) -> {
      grouping.check(keyGroup, state.key(), key);
      int group = grouping.groupOf(state.key(), key);
      return next.add(group, number, state, key, namespace, mapKey, value);
    };
  }

  private KeyedHandle.@Nullable Sections write(
      SubtaskSnapshot subtask, GroupedEntries entries, NewFiles files) throws IOException {
    FileHeader header = entries.header();
    if (header == null) {
      return null;
    }
    KeyGroups groups = KeyGroups.ofSubtask(subtask.index(), source.parallelism(), maxParallelism);
    NewFile file = files.keyed(subtask);
    try (CanonicalWriter out = new CanonicalWriter(file.out(), header, groups, maxParallelism)) {
      entries.writeUpTo(groups.end(), out);
      return out.finish(file.name());
    }
  }
}
