// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes a pipeline, and a file with tests beside it. */
public final class TestingTestFile {
  /** Pairs requests with responses by event time. */
  public static final String LATENCY =
      """
      version: 1
      sources:
        events: {type: stdin, time: {field: at}}
      steps:
        - id: pair
          correlate:
            key: id
            request: event.type == 'request'
            response: event.type == 'response'
            timeout: 30s
      sinks:
        out: {type: stdout, fields: [id, duration_ms]}
      """;

  private TestingTestFile() {}

  /** Returns the file with tests, which is read. */
  public static TestFile of(Path folder, String pipeline, String tests) {
    return TestFileReader.read(write(folder, pipeline, tests), Map.of());
  }

  /** Returns the path of the file with tests. */
  public static Path write(Path folder, String pipeline, String tests) {
    try {
      Files.writeString(folder.resolve("it.yaml"), pipeline);
      return Files.writeString(folder.resolve("it.test.yaml"), tests);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
