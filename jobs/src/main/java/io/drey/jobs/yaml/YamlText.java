// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes YAML. */
public final class YamlText {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z_/][\\w./@-]*|-?\\d{1,18}(\\.\\d+)?[a-z]{0,2}");

  private static final Pattern WORD =
      Pattern.compile("true|false|null|yes|no|on|off|y|n", Pattern.CASE_INSENSITIVE);

  private static final Pattern ESCAPED =
      Pattern.compile("[\"\\\\\\p{Cntrl}\\x{80}-\\x{9F}\\x{2028}\\x{2029}\\x{FEFF}]");

  private YamlText() {}

  /** Returns a text as a scalar on one line, without references to values from outside. */
  public static String scalar(String text) {
    if (PLAIN.matcher(text).matches() && !WORD.matcher(text).matches()) {
      return text;
    }
    String written = Interpolation.escape(text);
    boolean hasControls = written.chars().anyMatch(YamlText::isControl);
    return hasControls
        ? '"' + ESCAPED.matcher(written).replaceAll(c -> escape(c.group().charAt(0))) + '"'
        : "'" + written.replace("'", "''") + "'";
  }

  /** Returns what is wrong with YAML on one line; null if nothing is. */
  public static @Nullable String problem(String yaml) {
    Secrets secrets = new Secrets();
    Problems problems = new Problems("", secrets);
    ExternalValues nothing = new ExternalValues(name -> "", Map.of());
    YamlValue unused = new YamlReader(nothing, secrets, problems).read(yaml);
    return problems.sorted().stream()
        .filter(Problem::isError)
        .map(Problem::message)
        .findFirst()
        .orElse(null);
  }

  private static boolean isControl(int c) {
    return c != '"' && c != '\\' && ESCAPED.matcher(Character.toString(c)).matches();
  }

  /** Returns the escape of a character, as the replacement of a match. */
  private static String escape(char c) {
    return switch (c) {
      case '"', '\\' -> "\\\\\\" + c;
      case '\n' -> "\\\\n";
      case '\t' -> "\\\\t";
      default -> "\\\\u%04X".formatted((int) c);
    };
  }
}
