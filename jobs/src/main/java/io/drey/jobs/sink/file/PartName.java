package io.drey.jobs.sink.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What tells one part of an output from the others.
 *
 * @param subtask which wrote it, from 0
 * @param number from 0 for each subtask
 * @param isFinished whether it bears its own name, or a hidden one until it is whole
 */
record PartName(int subtask, long number, boolean isFinished) {
  private static final Pattern FINISHED = Pattern.compile("part-(\\d{1,9})-(\\d{1,18})\\.\\w+");
  private static final Pattern UNFINISHED =
      Pattern.compile("\\.part-(\\d{1,9})-(\\d{1,18})\\.\\w+\\.inprogress\\..*");

  /** Reads a file name; null if it is not a part's. */
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
