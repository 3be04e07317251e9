// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import io.drey.state.snapshot.file.MetadataFile;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointProperties;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.checkpoint.metadata.MetadataSerializer;
import org.apache.flink.runtime.checkpoint.metadata.MetadataV4Serializer;
import org.apache.flink.runtime.checkpoint.metadata.MetadataV5Serializer;

/** A savepoint without operators, to which some can be added. */
public final class EmptySavepoint {
  private static final long CHECKPOINT_ID = 1;

  private EmptySavepoint() {}

  /** Writes one that every Flink 2 restores. */
  public static void ofFlink2(Path directory) throws IOException {
    write(directory, MetadataV5Serializer.INSTANCE);
  }

  /** Writes one that Flink 1.17 to 1.20 restore. */
  public static void ofFlink1(Path directory) throws IOException {
    write(directory, MetadataV4Serializer.INSTANCE);
  }

  private static void write(Path directory, MetadataSerializer version) throws IOException {
    CheckpointMetadata metadata =
        new CheckpointMetadata(
            CHECKPOINT_ID,
            List.of(),
            List.of(),
            CheckpointProperties.forSavepoint(false, SavepointFormatType.CANONICAL));
    Path file = directory.resolve(MetadataFile.NAME);
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      Checkpoints.storeCheckpointMetadata(metadata, out, version);
    }
  }
}
