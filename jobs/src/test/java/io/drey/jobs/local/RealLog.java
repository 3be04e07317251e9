// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A log, made up or one of the real ones of {@link TestingShared}: flat JSON objects, each with a
 * {@code timestamp}.
 *
 * <pre>{@code
 * RealLog web = origin.log("web-access", runs);
 * runs.run(PIPELINE.formatted(web.path()));
 * for (String line : RealLog.byTime(web.lines())) {
 *   clients.add(RealLog.field(line, "client"));
 * }
 * }</pre>
 */
record RealLog(Path path) {
  /** A real one: skips or fails the test where it is missing. */
  static RealLog named(String name) {
    return new RealLog(TestingShared.file("data/" + name + ".jsonl.gz"));
  }

  List<String> lines() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), UTF_8))) {
      return reader.lines().toList();
    }
  }

  /** The order of equal instants stays. */
  static List<String> byTime(List<String> lines) {
    return lines.stream().sorted(Comparator.comparing(RealLog::time)).toList();
  }

  static Instant time(String line) {
    return Instant.parse(field(line, "timestamp"));
  }

  /** A text that the line has, as written. */
  static String field(String line, String name) {
    String start = '"' + name + "\":\"";
    int from = line.indexOf(start) + start.length();
    return line.substring(from, line.indexOf('"', from));
  }
}
