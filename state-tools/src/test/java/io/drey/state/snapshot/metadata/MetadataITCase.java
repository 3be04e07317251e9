// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.ExpectedRows;
import io.drey.state.sample.Rows;
import io.drey.state.sample.Snapshots;
import io.drey.state.snapshot.file.FileSlice;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetadataITCase {
  @ParameterizedTest
  @EnumSource
  void saysWhatFlinksLoaderSays(Snapshots snapshot) throws IOException {
    Metadata ours = SnapshotFiles.at(snapshot.path().toString()).metadata();
    CheckpointMetadata theirs = theirs(snapshot.path());

    assertThat(ours.checkpointId()).isEqualTo(theirs.getCheckpointId());
    assertThat(ours.operators().stream().map(MetadataITCase::describe))
        .containsExactlyElementsOf(
            theirs.getOperatorStates().stream().map(MetadataITCase::describe).toList());
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "CHECKPOINT_OF_HASHMAP",
        "INCREMENTAL_CHECKPOINT_OF_ROCKSDB",
        "MERGED_FILES_OF_ROCKSDB",
        "NATIVE_OF_ROCKSDB"
      })
  void findsTheFilesOfASnapshotThatWasMoved(Snapshots snapshot) throws IOException {
    Path job = Objects.requireNonNull(snapshot.path().getParent());
    Path moved = job.resolveSibling(job.getFileName() + "-moved");
    Files.move(job, moved);
    try {
      Path path = moved.resolve(snapshot.path().getFileName());

      assertThat(Rows.keyed(path, "windows"))
          .containsExactlyInAnyOrderElementsOf(ExpectedRows.ofWindows());
    } finally {
      Files.move(moved, job);
    }
  }

  @Test
  void findsStateInTheMetadataAndInFiles() {
    assertThat(fileOfWindows(Snapshots.CANONICAL_OF_HASHMAP).path()).isEqualTo("_metadata");
    assertThat(fileOfWindows(Snapshots.COMPRESSED_CANONICAL_OF_HASHMAP).path())
        .matches("[-0-9a-f]{36}");
    assertThat(fileOfWindows(Snapshots.MERGED_FILES_OF_HASHMAP).path()).contains("/taskowned/");
    assertThat(fileOfWindows(Snapshots.MERGED_FILES_OF_HASHMAP).isPart()).isTrue();
  }

  private static FileSlice fileOfWindows(Snapshots snapshot) {
    for (OperatorSnapshot operator :
        SnapshotFiles.at(snapshot.path().toString()).metadata().operators()) {
      if (operator.id().toString().equals("windows")) {
        return ((KeyedHandle.Sections)
                Objects.requireNonNull(operator.subtasks().get(0).managedKeyed()))
            .file();
      }
    }
    throw new AssertionError("No operator 'windows'");
  }

  private static CheckpointMetadata theirs(Path snapshot) throws IOException {
    try (DataInputStream in =
        new DataInputStream(Files.newInputStream(snapshot.resolve("_metadata")))) {
      return Checkpoints.loadCheckpointMetadata(
          in, MetadataITCase.class.getClassLoader(), snapshot.toUri().toString());
    }
  }

  private static List<Object> describe(OperatorSnapshot operator) {
    List<Object> facts = new ArrayList<>();
    facts.add(operator.id().hash());
    facts.add(String.valueOf(operator.id().uid()));
    facts.add(String.valueOf(operator.id().name()));
    facts.add(operator.parallelism());
    facts.add(operator.maxParallelism());
    for (SubtaskSnapshot subtask : operator.subtasks()) {
      facts.add(subtask.index());
      facts.add(subtask.bytes());
      KeyedHandle keyed = subtask.managedKeyed();
      facts.add(keyed == null ? "none" : keyed.groups().toString() + keyed.bytes());
      OperatorHandle own = subtask.managedOperator();
      facts.add(own == null ? 0L : own.file().length());
    }
    return facts;
  }

  private static List<Object> describe(OperatorState operator) {
    List<Object> facts = new ArrayList<>();
    facts.add(operator.getOperatorID().toString());
    facts.add(operator.getOperatorUid().orElse("null"));
    facts.add(operator.getOperatorName().orElse("null"));
    facts.add(operator.getParallelism());
    facts.add(operator.getMaxParallelism());
    for (var subtask : new TreeMap<>(operator.getSubtaskStates()).entrySet()) {
      OperatorSubtaskState state = subtask.getValue();
      facts.add(subtask.getKey());
      facts.add(state.getStateSize());
      facts.add(
          state.getManagedKeyedState().stream()
              .map(MetadataITCase::describe)
              .findFirst()
              .orElse("none"));
      facts.add(state.getManagedOperatorState().getStateSize());
    }
    return facts;
  }

  private static Object describe(KeyedStateHandle handle) {
    return handle.getKeyGroupRange().getStartKeyGroup()
        + ".."
        + handle.getKeyGroupRange().getEndKeyGroup()
        + handle.getStateSize();
  }
}
