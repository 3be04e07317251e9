// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.rule.KeyedSettings;
import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events are {@code group:score}; their value in common is the whole part of the score. */
class AggregateSpansTest {
  private static final SpanOptions<String> OF_THREE = SpanOptions.ofSize(3);
  private static final SpanOptions<String> SAME = SpanOptions.whileSame(AggregateSpansTest::whole);
  private static final Measure<String, BigDecimal> SUM =
      Measure.sum("sum", AggregateSpansTest::score);
  private static final Measure<String, List<String>> UNIQUE =
      Measure.unique("unique", Scores::text, String::compareTo);

  static Stream<SpanOptions<String>> options() {
    return Stream.of(OF_THREE, SpanOptions.ofSize(1), SAME);
  }

  @ParameterizedTest
  @MethodSource("options")
  void answerAsTheReferenceHoweverTheyAreRun(SpanOptions<String> options) throws Exception {
    for (int seed = 0; seed < 3; seed++) {
      List<Timed<String>> input = events(new Random(seed), 40);

      assertThat(sameness(options).run(input))
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(reference(input, options));
      sameness(options).check(input);
    }
  }

  @Test
  void endWithTheirLastEvent() throws Exception {
    assertThat(
            sameness(OF_THREE)
                .runWithWatermarks(
                    List.of(at("a:1", 5), at("a:2", 3), at("b:9", 6), at("a:3", 4), at("a:4", 8))))
        .containsExactlyInAnyOrder(
            "main a 3-5 3 null 6 [1, 2, 3] @ 4",
            "main b 6-6 1 null 9 [9] @ 6",
            "main a 8-8 1 null 4 [4] @ 8");
  }

  @Test
  void endBeforeTheEventThatChangesTheValue() throws Exception {
    assertThat(
            sameness(SAME)
                .runWithWatermarks(
                    List.of(
                        at("a:1.5", 1),
                        at("a:1.7", 2),
                        at("b:1.1", 3),
                        at("a:2", 5),
                        at("a:", 6),
                        at("a:", 7))))
        .containsExactlyInAnyOrder(
            "main a 1-2 2 1 3.2 [1.5, 1.7] @ 5",
            "main a 5-5 1 2 2 [2] @ 6",
            "main b 3-3 1 1 1.1 [1.1] @ 3",
            "main a 6-7 2 null null [] @ 7");
  }

  @Test
  void giveAwayWhatAnEvictedGroupHas() throws Exception {
    SpanOptions<String> capped = OF_THREE.with(KeyedSettings.EVENT_TIME.withMaxKeys(1));
    List<Timed<String>> input = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      input.add(at("g" + i + ":1", i));
    }

    List<String> records = sameness(capped).run(input);

    assertThat(records).hasSize(300).allMatch(record -> record.contains(" 1 null 1 [1] @ "));
    assertThat(records).anyMatch(record -> record.startsWith("evicted g0 0-0 "));
  }

  @Test
  void countAnEventForNothingIfItCannotBeRead() throws Exception {
    assertThat(sameness(SAME).run(List.of(at("a:1", 1), at("a:x", 2), at("a:1.5", 3))))
        .containsExactlyInAnyOrder("invalid a:x @ 2", "main a 1-3 2 1 2.5 [1, 1.5] @ 3");
  }

  @Test
  void needOneEventAndOneMeasure() {
    DataStream<String> events =
        StreamExecutionEnvironment.getExecutionEnvironment().fromData("a:1");

    assertThatThrownBy(() -> SpanOptions.ofSize(0))
        .hasMessage("Invalid size: must be at least 1 but was 0");
    assertThatThrownBy(() -> attach(events, OF_THREE, List.of()))
        .hasMessage("Invalid measures: must be at least one but was none");
  }

  private static List<String> reference(List<Timed<String>> input, SpanOptions<String> options) {
    Map<String, List<Timed<String>>> groups = new LinkedHashMap<>();
    for (Timed<String> event : input) {
      groups.computeIfAbsent(Scores.group(event.value()), x -> new ArrayList<>()).add(event);
    }
    List<String> records = new ArrayList<>();
    groups.forEach(
        (group, events) -> {
          int from = 0;
          for (int i = 1; i <= events.size(); i++) {
            boolean over = i == events.size();
            boolean full = options.size() != null && i - from == options.size();
            boolean changed =
                !over
                    && options.size() == null
                    && !Objects.equals(whole(events.get(i)), whole(events.get(from)));
            if (over || full || changed) {
              List<Timed<String>> span = events.subList(from, i);
              long latest = span.stream().mapToLong(Timed::time).max().orElseThrow();
              long cause =
                  full ? span.get(span.size() - 1).time() : over ? latest : events.get(i).time();
              records.add(record(group, span, options.size() == null) + " @ " + cause);
              from = i;
            }
          }
        });
    return records;
  }

  private static String record(String group, List<Timed<String>> span, boolean valued) {
    List<String> texts =
        span.stream().map(event -> Scores.text(event.value())).filter(Objects::nonNull).toList();
    BigDecimal sum = texts.stream().map(BigDecimal::new).reduce(BigDecimal::add).orElse(null);
    return "main %s %s-%s %s %s %s %s"
        .formatted(
            group,
            span.stream().mapToLong(Timed::time).min().orElseThrow(),
            span.stream().mapToLong(Timed::time).max().orElseThrow(),
            span.size(),
            valued ? whole(span.get(0)) : null,
            sum == null ? null : sum.stripTrailingZeros(),
            texts.stream().distinct().sorted().toList());
  }

  private static Sameness<String> sameness(SpanOptions<String> options) {
    return Sameness.of(Types.STRING, stream -> attach(stream, options, List.of(SUM, UNIQUE)))
        .freeingState();
  }

  private static DataStream<String> attach(
      DataStream<String> events, SpanOptions<String> options, List<Measure<String, ?>> measures) {
    return AggregateSpans.on(
        events.keyBy(Scores::group),
        measures,
        options,
        AggregateSpansTest::summarize,
        Types.STRING,
        "spans");
  }

  private static String summarize(String group, Span span, Results results) {
    return "%s %s-%s %s %s %s %s"
        .formatted(
            group,
            Objects.requireNonNull(span.start()).toEpochMilli(),
            Objects.requireNonNull(span.end()).toEpochMilli(),
            span.count(),
            span.value(),
            results.of(SUM),
            results.of(UNIQUE));
  }

  private static @Nullable BigDecimal score(String event) {
    if (event.endsWith("x")) {
      throw new InvalidEventException("No score");
    }
    return Scores.score(event);
  }

  private static @Nullable String whole(Timed<String> event) {
    return whole(event.value());
  }

  private static @Nullable String whole(String event) {
    String text = Scores.text(event);
    return text == null ? null : text.replaceAll("\\..*", "");
  }

  private static List<Timed<String>> events(Random random, int count) {
    List<Timed<String>> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String score = random.nextInt(5) == 0 ? "" : random.nextInt(25) / 10.0 + "";
      events.add(at("g" + random.nextInt(3) + ":" + score, 10L * i));
    }
    return events;
  }

  private static Timed<String> at(String value, long time) {
    return new Timed<>(value, time);
  }
}
