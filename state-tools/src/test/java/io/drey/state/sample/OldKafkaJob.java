// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The job of the module flink-1.20 that reads a topic. */
public final class OldKafkaJob {
  private static final TemporaryDirectories DIRECTORIES = new TemporaryDirectories();

  private OldKafkaJob() {}

  /** Takes a savepoint when all records of a topic have been read; returns its directory. */
  public static Path savepoint(String broker, String topic, int records)
      throws IOException, InterruptedException {
    Path directory = DIRECTORIES.make();
    OldSnapshots.run(
        List.of(
            "io.drey.flink120.KafkaMain",
            broker,
            topic,
            String.valueOf(records),
            directory.toString()));
    return Path.of(Files.readString(directory.resolve("snapshots")).strip());
  }
}
