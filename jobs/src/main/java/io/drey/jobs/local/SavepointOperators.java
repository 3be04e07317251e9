// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;

/** The operators of a savepoint, to name them; none where it cannot be read from here. */
record SavepointOperators(Collection<OperatorState> operators) {
  /** Reads those of the newest savepoint at a path or below it. */
  static SavepointOperators of(String path) {
    try {
      Path directory = path.startsWith("file:") ? Path.of(URI.create(path)) : Path.of(path);
      Optional<Path> metadata = SavepointPath.newest(directory);
      return new SavepointOperators(metadata.isPresent() ? read(metadata.get()) : List.of());
    } catch (IOException | RuntimeException unreadable) {
      // It is read for the sake of a message only.
      return new SavepointOperators(List.of());
    }
  }

  private static Collection<OperatorState> read(Path metadata) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(metadata)))) {
      ClassLoader loader = SavepointOperators.class.getClassLoader();
      return Checkpoints.loadCheckpointMetadata(in, loader, metadata.toString())
          .getOperatorStates();
    }
  }

  /** The uids of those that have state, as far as the savepoint holds uids. */
  List<String> withState() {
    return operators.stream()
        .filter(operator -> operator.getStates().stream().anyMatch(OperatorSubtaskState::hasState))
        .flatMap(operator -> operator.getOperatorUid().stream())
        .sorted()
        .toList();
  }

  /** The uid of an operator, by its hash; null if it is not known. */
  @Nullable String name(String hash) {
    return operators.stream()
        .filter(operator -> operator.getOperatorID().toHexString().equals(hash))
        .flatMap(operator -> operator.getOperatorUid().stream())
        .findFirst()
        .orElse(null);
  }
}
