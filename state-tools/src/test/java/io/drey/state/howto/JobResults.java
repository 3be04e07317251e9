// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.howto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.flink.core.testutils.CommonTestUtils;

/**
 * The file to which a job appends its results, as a command shows it.
 *
 * @param count how many of its last lines
 */
record JobResults(Path file, int count, boolean isSorted) {
  private static final Duration TIME = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(20);

  /** What {@code cat}, {@code sort} or {@code tail -n} shows of it. */
  static JobResults of(List<String> command) {
    return new JobResults(
        Path.of(command.get(command.size() - 1)),
        command.get(0).equals("tail") ? Integer.parseInt(command.get(2)) : Integer.MAX_VALUE,
        command.get(0).equals("sort"));
  }

  /** Its lines as soon as they are those, or whatever they are when the job has had its time. */
  String await(String expected) throws InterruptedException {
    try {
      CommonTestUtils.waitUtil(() -> shown().equals(expected), TIME, PAUSE, "not as expected");
      return expected;
    } catch (TimeoutException e) {
      return shown();
    }
  }

  private String shown() {
    try {
      List<String> all = Files.exists(file) ? Files.readAllLines(file) : List.of();
      List<String> last = all.subList(Math.max(0, all.size() - count), all.size());
      return PageShell.lines(isSorted ? last.stream().sorted() : last.stream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
