// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.memory.ByteStreamStateHandle;
import org.apache.flink.state.api.runtime.OperatorIDGenerator;

/** A savepoint of a source {@code orders}, of which only the enumerator has state. */
public final class CoordinatorSavepoint {
  private CoordinatorSavepoint() {}

  /**
   * Writes it as Flink does.
   *
   * @param version of the enumerator's serializer
   * @param bytes what that has written
   */
  public static Path write(Path directory, int version, byte[] bytes) throws IOException {
    OperatorState source =
        new OperatorState("Source: orders", "orders", OperatorIDGenerator.fromUid("orders"), 2, 16);
    source.setCoordinatorState(
        new ByteStreamStateHandle(
            "coordinator",
            ByteBuffer.allocate(3 * Integer.BYTES + bytes.length)
                .putInt(1)
                .putInt(version)
                .putInt(bytes.length)
                .put(bytes)
                .array()));
    try (OutputStream out = Files.newOutputStream(directory.resolve("_metadata"))) {
      Checkpoints.storeCheckpointMetadata(
          new CheckpointMetadata(1, List.of(source), List.of()), out);
    }
    return directory;
  }
}
