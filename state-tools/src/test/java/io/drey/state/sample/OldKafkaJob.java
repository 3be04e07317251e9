// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The job of the module flink-1.20 that reads a topic. */
public final class OldKafkaJob {
  private static final TemporaryDirectories DIRECTORIES = new TemporaryDirectories();

  private OldKafkaJob() {}

  /** Takes a savepoint when all records of a topic have been read; returns its directory. */
  public static Path savepoint(String broker, String topic, int records)
      throws IOException, InterruptedException {
    return take(broker, topic, records, List.of());
  }

  /** The same of a job that goes on from a savepoint, when so many records have come. */
  public static Path savepointFrom(Path saved, String broker, String topic, int records)
      throws IOException, InterruptedException {
    return take(broker, topic, records, List.of(saved.toString()));
  }

  private static Path take(String broker, String topic, int records, List<String> more)
      throws IOException, InterruptedException {
    Path directory = DIRECTORIES.make();
    List<String> arguments = new ArrayList<>();
    arguments.add("io.drey.flink120.KafkaMain");
    arguments.addAll(List.of(broker, topic, String.valueOf(records), directory.toString()));
    arguments.addAll(more);
    OldSnapshots.run(arguments);
    return Path.of(Files.readString(directory.resolve("snapshots")).strip());
  }
}
