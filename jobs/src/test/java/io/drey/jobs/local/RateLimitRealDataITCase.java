// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three log lines of an address a minute, of a log, by each algorithm. */
@Timeout(120)
class RateLimitRealDataITCase {
  private static final int LIMIT = 3;
  private static final long MINUTE = 60_000;

  private final TestingRun runs;

  RateLimitRealDataITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @ParameterizedTest
  @CsvSource({
    "MADE, fixed-window, 1", "MADE, fixed-window, 2",
    "MADE, sliding-window, 1", "MADE, sliding-window, 2",
    "MADE, token-bucket, 1", "MADE, token-bucket, 2",
    "REAL, fixed-window, 1", "REAL, fixed-window, 2",
    "REAL, sliding-window, 1", "REAL, sliding-window, 2",
    "REAL, token-bucket, 1", "REAL, token-bucket, 2"
  })
  void passesWhatTheReferencePasses(LogOrigin origin, String algorithm, int parallelism)
      throws Exception {
    RealLog ssh = origin.log("ssh-auth", runs);
    List<String> expected = passed(ssh.lines(), algorithm);

    RunReport report = runs.run(pipeline(ssh.path(), algorithm, parallelism));

    List<String> passed = runs.read("out");
    int limited = runs.read("limited").size();
    assertThat(passed).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(limited).isPositive();
    assertThat(passed.size() + limited + report.counts().sum("step", "few", "invalidEvents"))
        .isEqualTo(ssh.lines().size());
  }

  private static String pipeline(Path path, String algorithm, int parallelism) {
    return """
    version: 1
    name: real
    sources: {log: {type: file, path: "%s", time: {field: timestamp}}}
    steps: [{id: few, rate-limit: {key: ip, limit: 3, per: 1m, algorithm: %s}}]
    sinks:
      out: {type: file, path: "${var:DIR}/out", mode: overwrite}
      rest: {type: file, path: "${var:DIR}/limited", mode: overwrite, from: few.limited}
    settings: {parallelism: %d}
    """
        .formatted(path, algorithm, parallelism);
  }

  /** What passes, decided over the lines of each address with all that passed before. */
  private static List<String> passed(List<String> lines, String algorithm) {
    Map<String, List<Long>> times = new HashMap<>();
    List<String> passed = new ArrayList<>();
    for (String line : lines) {
      if (line.contains("\"ip\":")) {
        List<Long> before =
            times.computeIfAbsent(RealLog.field(line, "ip"), unused -> new ArrayList<>());
        long time = Instant.parse(RealLog.field(line, "timestamp")).toEpochMilli();
        long now = before.isEmpty() ? time : Math.max(time, before.get(before.size() - 1));
        if (passes(before, now, algorithm)) {
          before.add(now);
          passed.add(line);
        }
      }
    }
    return passed;
  }

  private static boolean passes(List<Long> before, long now, String algorithm) {
    return switch (algorithm) {
      case "fixed-window" ->
          before.stream().filter(at -> at / MINUTE == now / MINUTE).count() < LIMIT;
      case "sliding-window" -> before.stream().filter(at -> at > now - MINUTE).count() < LIMIT;
      default -> level(before, now) >= MINUTE;
    };
  }

  /** In parts of a token of which {@code LIMIT} come back each ms, and {@code MINUTE} are one. */
  private static long level(List<Long> before, long now) {
    long level = LIMIT * MINUTE;
    long at = now;
    for (long time : before) {
      level = Math.min(LIMIT * MINUTE, level + (time - Math.min(at, time)) * LIMIT) - MINUTE;
      at = time;
    }
    return Math.min(LIMIT * MINUTE, level + (now - at) * LIMIT);
  }
}
