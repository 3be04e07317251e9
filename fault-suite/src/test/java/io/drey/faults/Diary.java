// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What happened when, in a file and on standard output. */
final class Diary {
  private final Path file;
  private final long start = System.nanoTime();

  Diary(Path file) {
    this.file = file;
  }

  void note(String what) throws IOException {
    String line =
        "%s %6.1f s  %s%n"
            .formatted(
                LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS),
                seconds(),
                what);
    System.out.print(line);
    Files.writeString(file, line, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Since it was begun. */
  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }
}
