// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.summary;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.source.format.pattern.PatternParser;
import io.drey.jobs.source.format.pattern.Presets;
import io.drey.jobs.source.line.MalformedLineException;
import io.drey.operators.event.Event;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Guesses what a line is in. */
final class Looks {
  private static final Pattern LOGFMT =
      Pattern.compile("(\\S+ +)?[\\w.-]+=(\"[^\"]*\"|\\S*)( +[\\w.-]+=.*)+");
  private static final Pattern CSV = Pattern.compile("[^,]+(,[^,]*){2,}");

  private Looks() {}

  /** Whether a line is a JSON object behind something else. */
  static boolean isPrefixedJson(String line) {
    int start = line.indexOf('{');
    return start > 0 && !line.startsWith("[") && isObject(line.substring(start));
  }

  private static boolean isObject(String text) {
    try {
      Event object = Event.of(text);
      return !object.names().isEmpty();
    } catch (IllegalArgumentException other) {
      return false;
    }
  }

  /** The first preset of {@code pattern} that reads a line; null if none does. */
  static @Nullable String preset(String line) {
    byte[] text = line.getBytes(UTF_8);
    return Presets.all().keySet().stream()
        .filter(name -> reads(name, text))
        .findFirst()
        .orElse(null);
  }

  private static boolean reads(String preset, byte[] line) {
    try {
      Event unused = PatternParser.of(preset).parse(line, 0, line.length);
      return true;
    } catch (MalformedLineException other) {
      return false;
    }
  }

  /** The word for the format that a line is probably in. */
  static String of(String line) {
    String text = line.strip();
    if (text.startsWith("{") || text.startsWith("[")) {
      return "json";
    }
    if (LOGFMT.matcher(text).matches()) {
      return "logfmt";
    }
    return CSV.matcher(text).matches() && !text.contains(", ") ? "csv" : "text";
  }
}
