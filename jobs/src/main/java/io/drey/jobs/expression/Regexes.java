package io.drey.jobs.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions of RE2/J, which run in linear time; the last used are kept compiled. A match
 * is one of the whole text.
 */
final class Regexes {
  /** The most that the counts of {@code {n,m}} in one expression may multiply to. */
  private static final int MOST_REPEATS = 1_000;

  private static final int LONGEST = 10_000;
  private static final int KEPT = 256;

  private static final Map<String, @Nullable Pattern> COMPILED =
      Collections.synchronizedMap(
          new LinkedHashMap<>(KEPT, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, @Nullable Pattern> eldest) {
              return size() > KEPT;
            }
          });

  private Regexes() {}

  /** False if the regular expression is invalid. */
  static boolean matches(String text, String regex) {
    Pattern pattern = pattern(regex);
    return pattern != null && pattern.matches(text);
  }

  /** The compiled expression, or null if it is invalid. */
  static @Nullable Pattern pattern(String regex) {
    Pattern pattern = COMPILED.get(regex);
    if (pattern == null && !COMPILED.containsKey(regex)) {
      pattern = problem(regex) == null ? Pattern.compile(regex) : null;
      COMPILED.put(regex, pattern);
    }
    return pattern;
  }

  /** What is wrong with a regular expression, or null. */
  static @Nullable String problem(String regex) {
    if (regex.length() > LONGEST) {
      return "must be at most " + LONGEST + " characters long";
    }
    if (repeats(regex) > MOST_REPEATS) {
      return "must not repeat more than " + MOST_REPEATS + " times in all";
    }
    try {
      Pattern.compile(regex);
      return null;
    } catch (PatternSyntaxException e) {
      return e.getDescription();
    }
  }

  /** Nested counts multiply in the compiled program, and RE2/J only bounds each by itself. */
  private static long repeats(String regex) {
    long product = 1;
    for (int i = regex.indexOf('{'); i >= 0; i = regex.indexOf('{', i + 1)) {
      long count = 0;
      long largest = 1;
      for (int at = i + 1; at < regex.length() && isCount(regex.charAt(at)); at++) {
        count =
            regex.charAt(at) == ',' ? 0 : Math.min(count * 10 + regex.charAt(at) - '0', LONGEST);
        largest = Math.max(largest, count);
      }
      product = Math.min(product * largest, Integer.MAX_VALUE);
    }
    return product;
  }

  private static boolean isCount(char c) {
    return c == ',' || (c >= '0' && c <= '9');
  }
}
