// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Identifies one part of an output.
 *
 * @param subtask that wrote it, from 0
 * @param number from 0 for each subtask
 * @param isFinished whether it has its final name, or still a hidden one
 */
record PartName(int subtask, long number, boolean isFinished) {
  private static final Pattern FINISHED = Pattern.compile("part-(\\d{1,9})-(\\d{1,18})\\.\\w+");
  private static final Pattern UNFINISHED =
      Pattern.compile("\\.part-(\\d{1,9})-(\\d{1,18})\\.\\w+\\.inprogress\\..*");

  /** Parses a file name; null if it is not that of a part. */
  static @Nullable PartName find(String fileName) {
    Matcher finished = FINISHED.matcher(fileName);
    if (finished.matches()) {
      return of(finished, true);
    }
    Matcher unfinished = UNFINISHED.matcher(fileName);
    return unfinished.matches() ? of(unfinished, false) : null;
  }

  private static PartName of(Matcher name, boolean finished) {
    return new PartName(Integer.parseInt(name.group(1)), Long.parseLong(name.group(2)), finished);
  }

  String fileName(String extension) {
    return "part-" + subtask + "-" + number + extension;
  }
}
