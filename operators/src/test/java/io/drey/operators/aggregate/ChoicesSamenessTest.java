// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.aggregate.measure.Ties;
import io.drey.operators.aggregate.measure.ValueOrder;
import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Shuffles;
import io.drey.operators.sameness.Timed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The measures of spread and choice beside ones written over a list, however they are run. Events
 * are {@code group:item:number:nanos}.
 */
class ChoicesSamenessTest {
  private static final int OUT_OF_ORDERNESS = 150;
  private static final int LIMIT = 4;
  private static final Ties TIES = Ties.by(ValueOrder.NATURAL);

  private static final List<Measure<String, ?>> MEASURES =
      List.of(
          Measure.variance("variance", ChoicesSamenessTest::number),
          Measure.stats("stats", ChoicesSamenessTest::number),
          Choices.top("top", e -> part(e, 1), ChoicesSamenessTest::number, 2, ValueOrder.NATURAL),
          Choices.minBy("min", e -> part(e, 1), ChoicesSamenessTest::number, ValueOrder.NATURAL),
          Choices.first("first", e -> part(e, 1), ChoicesSamenessTest::exact, TIES),
          Choices.last("last", e -> part(e, 1), ChoicesSamenessTest::exact, TIES),
          Choices.collect("all", e -> part(e, 1), LIMIT, ChoicesSamenessTest::exact, TIES));

  @Test
  void answersAsTheReferenceHoweverItIsRun() throws Exception {
    for (int seed = 0; seed < 2; seed++) {
      Random random = new Random(seed);
      List<Timed<String>> input = Shuffles.within(OUT_OF_ORDERNESS, events(random, 40), random);
      Sameness<String> sameness =
          Sameness.of(Types.STRING, ChoicesSamenessTest::aggregate)
              .outOfOrderness(OUT_OF_ORDERNESS)
              .freeingState();

      assertThat(sameness.run(input))
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(reference(input));
      sameness.check(input);
    }
  }

  private static DataStream<String> aggregate(DataStream<String> events) {
    return Aggregate.on(
            events,
            event -> part(event, 0),
            Types.STRING,
            MEASURES,
            Scores.EVERY_100,
            (group, window, results) -> group + " " + window + " " + texts(results),
            Types.STRING,
            "choices")
        .results();
  }

  private static String texts(Results results) {
    return MEASURES.stream()
        .map(measure -> String.valueOf(results.of(measure)))
        .collect(Collectors.joining(" "));
  }

  private static List<String> reference(List<Timed<String>> input) {
    Map<String, List<Timed<String>>> groups = new TreeMap<>();
    for (Timed<String> event : input) {
      long start = Math.floorDiv(event.time(), 100L) * 100;
      Window window = new Window(Instant.ofEpochMilli(start), Instant.ofEpochMilli(start + 100));
      groups
          .computeIfAbsent(
              part(event.value(), 0) + " " + window + " @ " + (start + 99), x -> new ArrayList<>())
          .add(event);
    }
    return groups.entrySet().stream().map(ChoicesSamenessTest::expected).toList();
  }

  private static String expected(Map.Entry<String, List<Timed<String>>> group) {
    List<Timed<String>> byTime =
        group.getValue().stream()
            .sorted(
                Comparator.comparing((Timed<String> e) -> exact(e.value(), e.time()))
                    .thenComparing(e -> part(e.value(), 1)))
            .toList();
    List<String> events = group.getValue().stream().map(Timed::value).toList();
    Map<String, BigDecimal> best = new TreeMap<>();
    events.forEach(event -> best.merge(part(event, 1), number(event), BigDecimal::max));
    String top =
        best.entrySet().stream()
            .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
            .limit(2)
            .map(e -> "Scored[value=" + e.getKey() + ", score=" + plain(e.getValue()) + "]")
            .collect(Collectors.joining(", ", "[", "]"));
    String least =
        events.stream()
            .min(
                Comparator.comparing(ChoicesSamenessTest::number)
                    .thenComparing(event -> part(event, 1)))
            .map(event -> part(event, 1))
            .orElseThrow();
    List<String> items = byTime.stream().map(event -> part(event.value(), 1)).toList();
    int at = group.getKey().indexOf(" @ ");
    return String.join(
        " ",
        "main " + group.getKey().substring(0, at),
        variance(events),
        stats(events),
        top,
        least,
        items.get(0),
        items.get(items.size() - 1),
        items.subList(0, Math.min(LIMIT, items.size())) + group.getKey().substring(at));
  }

  /** By way of the mean; exact, since of at most five whole numbers. */
  private static String variance(List<String> events) {
    if (events.size() < 2) {
      return "null";
    }
    BigDecimal count = BigDecimal.valueOf(events.size());
    BigDecimal sum = events.stream().map(ChoicesSamenessTest::number).reduce(BigDecimal::add).get();
    BigDecimal deviations = BigDecimal.ZERO;
    for (String event : events) {
      BigDecimal times = number(event).multiply(count).subtract(sum);
      deviations = deviations.add(times.multiply(times));
    }
    BigDecimal divisor = count.multiply(count).multiply(count.subtract(BigDecimal.ONE));
    return plain(deviations.divide(divisor, MathContext.DECIMAL128));
  }

  private static String stats(List<String> events) {
    List<BigDecimal> sorted = events.stream().map(ChoicesSamenessTest::number).sorted().toList();
    BigDecimal sum = sorted.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal count = BigDecimal.valueOf(sorted.size());
    return "Statistics[count=%s, sum=%s, min=%s, max=%s, avg=%s, percentiles={50.0=%s, 95.0=%s, 99.0=%s}]"
        .formatted(
            sorted.size(),
            plain(sum),
            plain(sorted.get(0)),
            plain(sorted.get(sorted.size() - 1)),
            plain(sum.divide(count, MathContext.DECIMAL128)),
            quantile(sorted, 50),
            quantile(sorted, 95),
            quantile(sorted, 99));
  }

  /** Weighs the two neighbours in hundredths. */
  private static String quantile(List<BigDecimal> sorted, int percent) {
    int hundredths = percent * (sorted.size() - 1);
    BigDecimal low = sorted.get(hundredths / 100);
    BigDecimal high = sorted.get(Math.min(sorted.size() - 1, hundredths / 100 + 1));
    BigDecimal weight = BigDecimal.valueOf(hundredths % 100, 2);
    BigDecimal value = low.multiply(BigDecimal.ONE.subtract(weight)).add(high.multiply(weight));
    return plain(value);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toString();
  }

  private static String part(String event, int i) {
    return event.split(":", -1)[i];
  }

  private static BigDecimal number(String event) {
    return new BigDecimal(part(event, 2));
  }

  private static @Nullable Instant exact(String event, long millis) {
    return Instant.ofEpochMilli(millis).plusNanos(Long.parseLong(part(event, 3)));
  }

  private static List<Timed<String>> events(Random random, int count) {
    List<Timed<String>> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String event =
          "g%d:i%d:%d:%d"
              .formatted(
                  random.nextInt(3), random.nextInt(4), random.nextInt(20), random.nextInt(2));
      events.add(new Timed<>(event, random.nextInt(150) * 10 - 500));
    }
    return events;
  }
}
