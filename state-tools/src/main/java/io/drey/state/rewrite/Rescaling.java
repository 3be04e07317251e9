// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.keyed.CanonicalWriter;
import io.drey.state.snapshot.keyed.EntrySink;
import io.drey.state.snapshot.metadata.KeyGroups;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.metadata.TemporaryDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Distributes the keyed state of an operator over the key groups of a new max parallelism. */
final class Rescaling {
  /** The share of the heap that entries may take before they are sorted on disk. */
  private static final int SHARE = 8;

  private final OperatorSnapshot source;
  private final int maxParallelism;

  private Rescaling(OperatorSnapshot source, int maxParallelism) {
    this.source = source;
    this.maxParallelism = maxParallelism;
  }

  /**
   * Returns how an operator is changed.
   *
   * @throws RefusedException if that is not possible
   */
  static Rescaling of(OperatorSnapshot source, int maxParallelism) {
    if (source.parallelism() > maxParallelism) {
      throw new RefusedException(
          source.id(),
          "max parallelism "
              + maxParallelism
              + " is less than its parallelism "
              + source.parallelism());
    }
    boolean isKeyed = source.subtasks().stream().anyMatch(Rescaling::isKeyed);
    if (isKeyed && source.subtasks().stream().anyMatch(SubtaskSnapshot::isFinished)) {
      throw new RefusedException(
          source.id(), "some of its subtasks had finished, which other key groups would revive");
    }
    return new Rescaling(source, maxParallelism);
  }

  private static boolean isKeyed(SubtaskSnapshot subtask) {
    return subtask.managedKeyed() != null || subtask.rawKeyed() != null;
  }

  /** Reads the entries of a subtask. */
  interface Reading {
    void readTo(SubtaskSnapshot subtask, GroupedEntries entries) throws IOException;
  }

  /**
   * Returns the new keyed state of each subtask; null elements if there is none.
   *
   * @param temporary for what does not fit into memory
   */
  List<KeyedHandle.@Nullable Sections> apply(
      Reading reading, NewFiles files, TemporaryDirectory temporary) throws IOException {
    long budget = Runtime.getRuntime().maxMemory() / SHARE;
    try (GroupedEntries entries = new GroupedEntries(temporary.path(), budget)) {
      for (SubtaskSnapshot subtask : source.subtasks()) {
        reading.readTo(subtask, entries);
      }
      List<KeyedHandle.@Nullable Sections> handles = new ArrayList<>();
      for (SubtaskSnapshot subtask : source.subtasks()) {
        handles.add(write(subtask, entries, files));
      }
      return handles;
    }
  }

  private KeyedHandle.@Nullable Sections write(
      SubtaskSnapshot subtask, GroupedEntries entries, NewFiles files) throws IOException {
    FileHeader header = entries.header();
    if (header == null) {
      return null;
    }
    KeyGroups groups = KeyGroups.ofSubtask(subtask.index(), source.parallelism(), maxParallelism);
    NewFiles.NewFile file = files.keyed(subtask);
    try (CanonicalWriter out = new CanonicalWriter(file.out(), header, groups, maxParallelism)) {
      entries.writeUpTo(groups.end(), out);
      return out.finish(file.name());
    }
  }

  /** Returns what takes entries and passes them on in their new key groups. */
  EntrySink grouping(EntrySink next) {
    KeyGrouping grouping = new KeyGrouping(source, maxParallelism);
    return (keyGroup, number, state, key, namespace, mapKey, value) -> {
      int group = grouping.groupOf(keyGroup, state.key(), key);
      return next.add(group, number, state, key, namespace, mapKey, value);
    };
  }
}
