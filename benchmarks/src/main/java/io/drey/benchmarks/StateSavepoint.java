// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.flink.core.execution.SavepointFormatType;

/** The savepoint of a job with two states a key, half as many keys as a dataset has events. */
enum StateSavepoint {
  CANONICAL_OF_HASHMAP(Backend.HASHMAP, SavepointFormatType.CANONICAL),
  NATIVE_OF_ROCKSDB(Backend.ROCKSDB, SavepointFormatType.NATIVE);

  private static final int STATES = 2;

  private final Backend backend;
  private final SavepointFormatType format;

  StateSavepoint(Backend backend, SavepointFormatType format) {
    this.backend = backend;
    this.format = format;
  }

  Backend backend() {
    return backend;
  }

  static int entries(Workshop workshop) {
    return workshop.events() / STATES * STATES;
  }

  /** Its directory; made once, and kept. */
  Path in(Workshop workshop) throws IOException, InterruptedException {
    int keys = workshop.events() / STATES;
    Path data = Files.createDirectories(workshop.directory().resolve("data"));
    Path savepoint = data.resolve("savepoint-" + name() + "-" + keys);
    if (!Files.exists(savepoint)) {
      List<String> program =
          List.of(
              VisitorsMain.class.getName(),
              String.valueOf(keys),
              backend.name(),
              format.name(),
              savepoint.toString());
      Fork.run(Fork.java(List.of("-Xmx10g"), program), workshop.fresh("savepoint").resolve("log"));
    }
    return savepoint;
  }

  @Override
  public String toString() {
    return format.name().toLowerCase(Locale.ROOT) + ", " + backend;
  }
}
