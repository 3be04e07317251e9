// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.function;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions of RE2/J, which run in linear time, with a cache of those compiled last. A
 * match is always a match of the whole text.
 */
public final class Regexes {
  private static final int MOST_STEPS = 20_000;
  private static final int KEPT = 64;

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
  public static boolean matches(String text, String regex) {
    Pattern pattern = pattern(regex);
    return pattern != null && pattern.matches(text);
  }

  /**
   * The named groups of a match of the whole text, in the order of their names, null for one that
   * matched nothing; null if the text does not match, or the regular expression is invalid.
   */
  static @Nullable Map<String, @Nullable Object> groups(String text, String regex) {
    Pattern pattern = pattern(regex);
    Matcher matcher = pattern == null ? null : pattern.matcher(text);
    if (pattern == null || matcher == null || !matcher.matches()) {
      return null;
    }
    Map<String, @Nullable Object> groups = new TreeMap<>();
    pattern.namedGroups().forEach((name, group) -> groups.put(name, matcher.group(group)));
    return groups;
  }

  /** The compiled expression, or null if it is invalid. */
  public static @Nullable Pattern pattern(String regex) {
    Pattern pattern = COMPILED.get(regex);
    if (pattern == null && !COMPILED.containsKey(regex)) {
      pattern = problem(regex) == null ? Pattern.compile(regex) : null;
      COMPILED.put(regex, pattern);
    }
    return pattern;
  }

  /** What is wrong with a regular expression, or null. */
  public static @Nullable String problem(String regex) {
    if (steps(regex) > MOST_STEPS) {
      return "must be at most " + MOST_STEPS + " steps long with repetitions expanded";
    }
    try {
      Pattern.compile(regex);
      return null;
    } catch (PatternSyntaxException e) {
      return e.getDescription();
    }
  }

  /**
   * An upper bound of the size of the compiled program. Nested counted repetitions multiply, and
   * RE2/J bounds each of them only by itself.
   */
  public static long steps(String regex) {
    long groups = 1;
    long single = 1;
    for (int i = regex.indexOf('{', 1); i > 0; i = regex.indexOf('{', i + 1)) {
      long count = count(regex, i + 1);
      if (regex.charAt(i - 1) == ')') {
        groups = Math.min(groups * count, Integer.MAX_VALUE);
      } else {
        single = Math.max(single, count);
      }
    }
    return Math.min(groups * single, Integer.MAX_VALUE) * regex.length();
  }

  /** The larger number of {@code n,m}, at least 1. */
  private static long count(String regex, int from) {
    long count = 0;
    long largest = 1;
    for (int i = from; i < regex.length() && isCount(regex.charAt(i)); i++) {
      char c = regex.charAt(i);
      count = c == ',' ? 0 : Math.min(count * 10 + c - '0', MOST_STEPS);
      largest = Math.max(largest, count);
    }
    return largest;
  }

  private static boolean isCount(char c) {
    return c == ',' || (c >= '0' && c <= '9');
  }
}
