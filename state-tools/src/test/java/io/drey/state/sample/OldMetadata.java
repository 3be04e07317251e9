// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.checkpoint.metadata.MetadataV4Serializer;

/** Savepoints of today with the metadata that Flink 1.20 wrote. */
public final class OldMetadata {
  private OldMetadata() {}

  /** Writes the metadata of a savepoint as Flink 1.20 would, and returns its directory. */
  public static Path of(Path savepoint) throws IOException {
    Path file = savepoint.resolve("_metadata");
    CheckpointMetadata metadata;
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      metadata =
          Checkpoints.loadCheckpointMetadata(
              in, OldMetadata.class.getClassLoader(), savepoint.toString());
    }
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      Checkpoints.storeCheckpointMetadata(metadata, out, MetadataV4Serializer.INSTANCE);
    }
    return savepoint;
  }
}
