// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.source.file.RotatedName.Generation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes the names that logrotate, Logback, Log4j, Python's and others' handlers give to
 * rotated files: {@code app.log.1}, {@code app.log-20240115.gz}, {@code app-2024-01-15.3.log}. The
 * file that they were rotated from must be there.
 */
final class RotatedNames {
  private static final Pattern COMPRESSED = Pattern.compile("(.+)\\.(?:gz|zst|bz2)");
  private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,3}");

  /** A date, perhaps a time right behind it, then numbers: a time, a counter, or both. */
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})(-?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])"
              + "((?:\\d{2}){0,3})((?:[T_.:-]\\d{1,18})*)");

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private static final String SEPARATORS = "._-";

  private final RotationBases bases;

  RotatedNames(RotationBases bases) {
    this.bases = bases;
  }

  /** A name without what says that it is compressed. */
  static String withoutCompression(String path) {
    Matcher compressed = COMPRESSED.matcher(path);
    return compressed.matches() ? compressed.group(1) : path;
  }

  RotatedName parse(String path) throws IOException {
    int nameAt = path.lastIndexOf('/') + 1;
    String plain = withoutCompression(path);
    // the shortest base: with app.log, app.log.2024-01-15 is none for app.log.2024-01-15.1
    for (int i = nameAt + 1; i < plain.length() - 1; i++) {
      if (SEPARATORS.indexOf(plain.charAt(i)) >= 0) {
        RotatedName name = parse(path, plain, i);
        if (name != null) {
          return name;
        }
      }
    }
    return new RotatedName(path, Generation.BASE, path);
  }

  /** The name as one whose generation is behind a separator. */
  private @Nullable RotatedName parse(String path, String plain, int separator) throws IOException {
    String before = plain.substring(0, separator);
    String behind = plain.substring(separator + 1);
    Generation generation = generation(behind);
    if (generation != null && bases.exists(before)) {
      return new RotatedName(before, generation, path);
    }
    int extension = behind.lastIndexOf('.');
    if (extension > 0) {
      Generation dated = dated(behind.substring(0, extension));
      String base = before + behind.substring(extension);
      if (dated != null && bases.exists(base)) {
        return new RotatedName(base, dated, path);
      }
    }
    return null;
  }

  private static @Nullable Generation generation(String text) {
    return NUMBER.matcher(text).matches() ? Generation.numbered(Long.parseLong(text)) : dated(text);
  }

  private static @Nullable Generation dated(String text) {
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      return null;
    }
    List<Long> numbers = new ArrayList<>();
    numbers.add(Long.parseLong(date.group(1) + date.group(3) + date.group(4)));
    Matcher number = DIGITS.matcher(date.group(5) + date.group(6));
    while (number.find()) {
      numbers.add(Long.parseLong(number.group()));
    }
    return Generation.dated(numbers);
  }
}
