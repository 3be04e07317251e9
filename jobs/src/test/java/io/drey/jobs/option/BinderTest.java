// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.expression.TestingFormula;
import io.drey.jobs.yaml.ExternalValues;
import io.drey.jobs.yaml.Problem;
import io.drey.jobs.yaml.Problems;
import io.drey.jobs.yaml.Secrets;
import io.drey.jobs.yaml.YamlReader;
import io.drey.jobs.yaml.YamlValue;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.configuration.MemorySize;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
class BinderTest {
  private final Secrets secrets = new Secrets();
  private final Problems problems = new Problems("t.yaml", secrets);

  /** When a nut is eaten. */
  public enum Season {
    EARLY_SPRING,
    FALL
  }

  /** Every type there is. */
  public record Everything(
      @Option("") String text,
      @Option("") boolean flag,
      @Option("") int small,
      @Option("") long large,
      @Option("") double ratio,
      @Option("") Duration span,
      @Option("") MemorySize size,
      @Option("") Season season,
      @Option("") FieldPath field,
      @Option("") KeyPaths key,
      @Option("") TestingFormula formula,
      @Option("") List<FieldPath> list,
      @Option("") Map<String, Duration> map,
      @Option("") Range nested) {}

  /** A mapping, or {@code low..high}. */
  public record Range(
      @Option("the first") int low,
      @Option(value = "the last", byDefault = "9") int highEnd,
      @Option("its name") @Nullable String nickName) {
    public Range {
      if (low > highEnd) {
        throw new IllegalArgumentException(
            "Invalid high-end: must be at least " + low + " but was " + highEnd);
      }
    }

    public static Range parse(String text) {
      if (!text.contains("..")) {
        throw new IllegalArgumentException("Invalid range: must be a..b but was '" + text + "'");
      }
      String[] ends = text.split("\\.\\.", -1);
      return new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]), null);
    }
  }

  /** Holds ranges. */
  public record Ranges(
      @Option("") @Nullable Range one,
      @Option("") @Nullable List<Range> many,
      @Option("") @Nullable Map<String, Range> byName,
      @Option("") @Nullable TestingFormula formula,
      @Option("") @Nullable String password) {}

  /** A list by itself. */
  @WholeValue
  public record Names(@Option("the names") List<String> names) {
    public Names {
      if (names.isEmpty()) {
        throw new IllegalArgumentException("Invalid names: must not be empty but was []");
      }
    }
  }

  /** A list, or a word for one. */
  @WholeValue(words = {"all", "none"})
  public record Acorns(@Option("which") List<String> names) {
    public static Acorns parse(String word) {
      return new Acorns(word.equals("all") ? List.of("*") : List.of());
    }
  }

  /** Holds one. */
  public record Choice(@Option("") Acorns acorns) {}

  @Test
  void bindsEveryType() {
    Everything bound =
        bind(
            Everything.class,
            """
            {text: 5, flag: true, small: -7, large: 9000000000, ratio: 0.5, span: 90s,
             size: 64KiB, season: early-spring, field: a.b, key: [c, d.e], formula: x > 1,
             list: [f, g], map: {one: 1ms, two: PT2S}, nested: {low: 3, nick-name: n}}
            """);

    assertThat(bound)
        .isEqualTo(
            new Everything(
                "5",
                true,
                -7,
                9_000_000_000L,
                0.5,
                Duration.ofSeconds(90),
                new MemorySize(65_536),
                Season.EARLY_SPRING,
                FieldPath.of("a.b"),
                KeyPaths.of("c", "d.e"),
                new TestingFormula("x > 1"),
                List.of(FieldPath.of("f"), FieldPath.of("g")),
                Map.of("one", Duration.ofMillis(1), "two", Duration.ofSeconds(2)),
                new Range(3, 9, "n")));
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void reportsEveryWrongTypeWhereItStands() {
    Everything bound =
        bind(
            Everything.class,
            """
            text: [a]
            flag: maybe
            small: 1.5
            large: 99999999999999999999
            ratio: .nan
            span: 30
            size: 64
            season: winter
            field: a..b
            key: []
            formula: null
            list: f
            map: [a]
            nested: 7
            """);

    assertThat(bound).isNull();
    assertThat(lines())
        .containsExactly(
            "t.yaml:1:7: root: Invalid text: must be text but was a list",
            "t.yaml:2:7: root: Invalid flag: must be true or false but was 'maybe'",
            "t.yaml:3:8: root: Invalid small: must be a whole number but was '1.5'",
            "t.yaml:4:8: root: Invalid large: must be a whole number but was '99999999999999999999'",
            "t.yaml:5:8: root: Invalid ratio: must be a number but was '.nan'",
            "t.yaml:6:7: root: Invalid span: must be a duration like 30s or PT10M but was '30'",
            "t.yaml:7:7: root: Invalid size: must be a size like 64KiB or 1MiB but was '64'",
            "t.yaml:8:9: root: Invalid season: must be one of early-spring, fall but was 'winter'",
            "t.yaml:9:8: root: Invalid field: must be a field like user or user.id but was 'a..b'",
            "t.yaml:10:6: root: Invalid key: must be a field or a list of fields but was []",
            "t.yaml:11:10: root: Invalid formula: must be text but was null",
            "t.yaml:12:7: root: Invalid list: must be a list but was 'f'",
            "t.yaml:13:6: root: Invalid map: must be a mapping but was a list",
            "t.yaml:14:9: root: Invalid range: must be a..b but was '7'");
  }

  @Test
  void takesScalarFormOfARecord() {
    assertThat(bind(Ranges.class, "one: 1..4"))
        .isEqualTo(new Ranges(new Range(1, 4, null), null, null, null, null));
  }

  @Test
  void standsARecordsOwnProblemAtTheKeyItNames() {
    bind(Ranges.class, "one:\n  low: 5\n  high-end: 4");

    assertThat(lines())
        .containsExactly("t.yaml:3:13: root.one: Invalid high-end: must be at least 5 but was 4");
  }

  @Test
  void standsARecordsOwnProblemAtTheMappingWhereItsKeyIsAbsent() {
    bind(Ranges.class, "one:\n  low: 50");

    assertThat(lines())
        .containsExactly("t.yaml:2:3: root.one: Invalid high-end: must be at least 50 but was 9");
  }

  @Test
  void findsProblemsInsideListsAndMappings() {
    bind(Ranges.class, "many: [{low: 1}, {lwo: 1}]\nby-name: {a: {low: x}}");

    assertThat(lines())
        .containsExactly(
            "t.yaml:1:18: root.many: Missing key 'low'",
            "t.yaml:1:19: root.many: Unknown key 'lwo' (did you mean 'low'? known: low, high-end,"
                + " nick-name)",
            "t.yaml:2:20: root.by-name.a: Invalid low: must be a whole number but was 'x'");
  }

  @Test
  void bindsAWholeValue() {
    assertThat(bind(Names.class, "[a, b]")).isEqualTo(new Names(List.of("a", "b")));
  }

  @Test
  void standsTheProblemOfAWholeValueAtIt() {
    assertThat(bind(Names.class, " []")).isNull();

    assertThat(lines())
        .containsExactly("t.yaml:1:2: root: Invalid names: must not be empty but was []");
  }

  @Test
  void bindsAWordInPlaceOfAList() {
    assertThat(bind(Choice.class, "acorns: all")).isEqualTo(new Choice(new Acorns(List.of("*"))));
    assertThat(bind(Choice.class, "acorns: [a]")).isEqualTo(new Choice(new Acorns(List.of("a"))));
  }

  @Test
  void standsTheProblemsOfAWholeValueWhereItsKeyIs() {
    bind(Choice.class, "acorns: [[b]]");

    assertThat(lines())
        .containsExactly("t.yaml:1:10: root: Invalid acorns: must be text but was a list");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"some, 'some'", "null, null", "{a: b}, a mapping"})
  void namesTheWordsWhereAValueIsNeitherOneNorAList(String written, String shown) {
    assertThat(bind(Choice.class, "acorns: " + written)).isNull();

    assertThat(lines())
        .containsExactly(
            "t.yaml:1:9: root: Invalid acorns: must be all, none or a list but was " + shown);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`formula: a ^`,                        1:12",
        "`formula: 'it''s ^'`,                  1:17",
        "`formula: \"a \\\" ^\"`,                1:16",
        "`formula: |\n  a\n    b\n  c ^`,        4:5",
        "`formula: |-\n\n    a\n\n    b ^`,      5:7",
        "`formula: >\n  a\n  b ^\n`,             3:5",
        "`formula:\n  a\n  b ^\n`,               3:5",
        "`formula: \"a\n  b\n  c ^\"\n`,         3:5",
        "`formula: 'ü€😀 ^'`,                    1:15",
      })
  void findsTheLineAndColumnWithinAnExpression(String yaml, String at) {
    bind(Ranges.class, yaml);

    assertThat(lines()).containsExactly("t.yaml:" + at + ": root: Unexpected '^'");
  }

  @Test
  void masksTheValueOfAnOptionNamedLikeASecret() {
    bind(Ranges.class, "password: hunter2");

    assertThat(secrets.mask("it is hunter2")).isEqualTo("it is ***");
  }

  private <T> @Nullable T bind(Class<T> type, String yaml) {
    ExternalValues nothing = new ExternalValues(name -> null, Map.of());
    YamlValue value = Objects.requireNonNull(new YamlReader(nothing, secrets, problems).read(yaml));
    return new Binder(problems, secrets).bind(type, "root", value, Place.of("root"), List.of());
  }

  private List<String> lines() {
    return problems.sorted().stream().map(Problem::toString).toList();
  }
}
