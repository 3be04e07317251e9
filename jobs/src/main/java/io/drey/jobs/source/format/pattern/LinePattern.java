// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.drey.jobs.expression.function.Regexes;
import io.drey.jobs.source.format.pattern.onepass.OnePass;
import io.drey.jobs.source.format.pattern.onepass.UnsupportedRegexException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of RE2 that is searched for in the bytes of a record; a dot matches any
 * character, also a line break. Where one pass over the bytes can tell the match, RE2/J is not
 * asked. Not thread-safe.
 */
public final class LinePattern {
  private final String regex;
  private final Pattern pattern;
  private final @Nullable OnePass onePass;
  private final int[] groups;

  private LinePattern(String regex, Pattern pattern) {
    this.regex = regex;
    this.pattern = pattern;
    this.onePass = onePass(regex);
    this.groups = new int[2 * pattern.groupCount() + 2];
  }

  /**
   * Compiles a regular expression.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  public static LinePattern of(String regex) {
    String problem = Regexes.problem(regex);
    if (problem != null) {
      throw new IllegalArgumentException(problem + " in '" + regex + "'");
    }
    return new LinePattern(regex, Pattern.compile(regex, Pattern.DOTALL));
  }

  private static @Nullable OnePass onePass(String regex) {
    try {
      return OnePass.compile(regex);
    } catch (UnsupportedRegexException e) {
      return null;
    }
  }

  /** The names of its groups, in their order. */
  public List<String> names() {
    return pattern.namedGroups().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The number of the group with that name. */
  int group(String name) {
    return Objects.requireNonNull(pattern.namedGroups().get(name), name);
  }

  /**
   * Searches {@code text[from, to)}, which is valid UTF-8; {@link #start} and {@link #end} then
   * tell where the groups are.
   */
  public boolean find(byte[] text, int from, int to) {
    if (onePass != null) {
      if (onePass.match(text, from, to, groups)) {
        return true;
      }
      if (onePass.isAnchored()) {
        return false;
      }
    }
    return findByRe2(text, from, to);
  }

  /** In characters: where RE2/J reads bytes, it takes the place behind an emoji for the start. */
  private boolean findByRe2(byte[] text, int from, int to) {
    String characters = new String(text, from, to - from, UTF_8);
    Matcher matcher = pattern.matcher(characters);
    if (!matcher.find()) {
      return false;
    }
    boolean isAscii = characters.length() == to - from;
    for (int group = 0; 2 * group < groups.length; group++) {
      int start = matcher.start(group);
      int end = matcher.end(group);
      groups[2 * group] = start < 0 ? -1 : from + bytes(characters, start, isAscii);
      groups[2 * group + 1] = start < 0 ? -1 : from + bytes(characters, end, isAscii);
    }
    return true;
  }

  private static int bytes(String characters, int end, boolean isAscii) {
    return isAscii ? end : characters.substring(0, end).getBytes(UTF_8).length;
  }

  /** Where a group begins in the text last found, -1 if it is not in the match; 0 is the match. */
  public int start(int group) {
    return groups[2 * group];
  }

  /** Where a group ends. */
  public int end(int group) {
    return groups[2 * group + 1];
  }

  /** Whether RE2/J is not asked. */
  boolean isOnePass() {
    return onePass != null;
  }

  @Override
  public String toString() {
    return regex;
  }
}
