// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.pattern;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinePatternTest {
  private static final int FUZZ = Integer.getInteger("drey.fuzz.inputs", 20_000);
  private static final int[] TEXT = "aab1 .\"\\é😀\nc".codePoints().toArray();
  private static final String[] ATOMS = {
    "a",
    "b",
    "\\.",
    "[ab]",
    "[^a]",
    ".",
    "\\d",
    "\\S",
    "\\w",
    "é",
    "[^\"\\\\]",
    "\\\\",
    "\"",
    " ",
    "1",
    "[a-c1]",
    "",
    "[\\d.]",
    "[^]b]"
  };

  @Test
  void findsNamedGroups() {
    LinePattern pattern = LinePattern.of("^(?P<a>\\S+) (?:\\[(?<b>\\d+)\\])?(x)?(?P<c>.*)$");

    assertThat(pattern.names()).containsExactly("a", "b", "c");
    assertThat(groups(pattern, "é [12]é\n")).containsExactly("é [12]é\n", "é", "12", null, "é\n");
    assertThat(groups(pattern, "é ")).containsExactly("é ", "é", null, null, "");
    assertThat(groups(pattern, "é")).isEmpty();
  }

  @Test
  void searchesWhereNothingHoldsItToTheStart() {
    assertThat(groups(LinePattern.of("(\\d+)ms"), "took 12ms.")).containsExactly("12ms", "12");
    assertThat(groups(LinePattern.of("^a|b"), "cb")).containsExactly("b");
    assertThat(groups(LinePattern.of("a(b*)"), "abbc")).containsExactly("abb", "bb");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(?P<host>\\S+) (?P<n>\\d+)(?: (?P<rest>.*))?$",
        "^(?P<key>[^=\\]]+)=\"(?P<value>(?:[^\"\\\\]|\\\\.)*)\"",
        "^\\w{3} +\\d{1,2} ",
      })
  void readsUsualPatternsInOnePass(String regex) {
    assertThat(LinePattern.of(regex).isOnePass()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(.*) (.*)", "a|ab", "(?i)x", "\\bx", "a*?", "[é]", "(a*)*", "(?:^a)*"})
  void leavesOthersToRe2(String regex) {
    assertThat(LinePattern.of(regex).isOnePass()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(a|missing closing ) in '(a'",
        "(?=a)|invalid or unsupported Perl syntax in '(?=a)'",
      })
  void refusesWhatIsNoPattern(String regex, String reason) {
    assertThatThrownBy(() -> LinePattern.of(regex)).hasMessage(reason);
  }

  /** Half of the patterns are read in one pass; each has to find what RE2/J finds. */
  @Test
  void findsTheSameAsRe2() {
    int onePass = 0;
    for (int seed = 0; seed < FUZZ; seed++) {
      Random random = new Random(seed);
      String regex =
          (random.nextBoolean() ? "^" : "") + regex(random, 2) + (random.nextBoolean() ? "$" : "");
      LinePattern pattern = LinePattern.of(regex);
      onePass += pattern.isOnePass() ? 1 : 0;
      for (int i = 0; i < 5; i++) {
        String text = text(random);
        assertThat(groups(pattern, text)).as("%s on '%s'", regex, text).isEqualTo(re2(regex, text));
      }
    }
    assertThat(onePass).isGreaterThan(FUZZ / 5);
  }

  private static String regex(Random random, int depth) {
    StringBuilder regex = new StringBuilder();
    int parts = 1 + random.nextInt(3);
    for (int i = 0; i < parts; i++) {
      boolean nested = depth > 0 && random.nextInt(3) == 0;
      String part = nested ? group(random, depth) : ATOMS[random.nextInt(ATOMS.length)];
      regex.append(part).append(part.isEmpty() ? "" : times(random));
    }
    return regex.toString();
  }

  private static String group(Random random, int depth) {
    String inner = regex(random, depth - 1);
    if (random.nextInt(3) == 0) {
      inner += "|" + regex(random, depth - 1);
    }
    return (random.nextBoolean() ? "(" : "(?:") + inner + ")";
  }

  private static String times(Random random) {
    String[] times = {"", "", "", "*", "+", "?", "{2}", "{1,2}", "{1,}"};
    return times[random.nextInt(times.length)];
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(8);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(TEXT[random.nextInt(TEXT.length)]);
    }
    return text.toString();
  }

  private static List<@Nullable String> re2(String regex, String text) {
    Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(text);
    List<@Nullable String> groups = new ArrayList<>();
    if (matcher.find()) {
      for (int i = 0; i <= matcher.groupCount(); i++) {
        groups.add(matcher.group(i));
      }
    }
    return groups;
  }

  private static List<@Nullable String> groups(LinePattern pattern, String text) {
    byte[] bytes = ("^" + text + "$").getBytes(UTF_8);
    List<@Nullable String> groups = new ArrayList<>();
    if (pattern.find(bytes, 1, bytes.length - 1)) {
      int count = Pattern.compile(pattern.toString(), Pattern.DOTALL).groupCount();
      for (int i = 0; i <= count; i++) {
        int start = pattern.start(i);
        groups.add(start < 0 ? null : new String(bytes, start, pattern.end(i) - start, UTF_8));
      }
    }
    return groups;
  }
}
