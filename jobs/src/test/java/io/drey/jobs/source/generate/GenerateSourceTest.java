// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.source.SourceContext;
import io.drey.jobs.source.TestingContext;
import io.drey.jobs.source.TestingOutput;
import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.TimeUnitOption;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.jobs.source.single.ReadPosition;
import io.drey.jobs.source.single.ReadPositionSerializer;
import io.drey.jobs.source.single.ReadTimes;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.Origin;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateSourceTest {
  private final TestingOutput output = new TestingOutput();
  private long nanos;

  @Test
  void makesTheFieldsAsDescribed() throws Exception {
    GenerateSource source =
        source(
            3L,
            null,
            "id",
            "sequence(-1)",
            "at",
            "timestamp(2024-01-01T00:00:00Z, 500ms)",
            "kind",
            "constant(x y)",
            "n",
            "constant(1.50)");

    readToEnd(reader(source));

    assertThat(output.events)
        .containsExactly(
            "{\"id\":-1,\"at\":\"2024-01-01T00:00:00Z\",\"kind\":\"x y\",\"n\":1.50}",
            "{\"id\":0,\"at\":\"2024-01-01T00:00:00.500Z\",\"kind\":\"x y\",\"n\":1.50}",
            "{\"id\":1,\"at\":\"2024-01-01T00:00:01Z\",\"kind\":\"x y\",\"n\":1.50}");
  }

  @Test
  void keepsValuesInTheirRanges() {
    EventGenerator generator =
        generator("i", "integer(-2, 2)", "d", "decimal(-1, 1)", "t", "text(12)", "z", "zipf(3, 0)");
    for (int i = 0; i < 1000; i++) {
      Event event = generator.event(i);
      assertThat(text(event, "i")).matches("-?[0-2]");
      assertThat(text(event, "d")).matches("-?[01]\\.\\d{6}");
      assertThat(text(event, "t")).matches("[-_0-9a-zA-Z]{12}");
      assertThat(text(event, "z")).matches("[123]");
    }
  }

  @Test
  void choosesByWeight() {
    EventGenerator generator = generator("c", "choice(GET:8, POST, true:1)", "z", "zipf(1000, 1)");
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < 10_000; i++) {
      counts.merge(text(generator.event(i), "c"), 1, Integer::sum);
      counts.merge(text(generator.event(i), "z"), 1, Integer::sum);
    }

    assertThat(counts.get("GET")).isBetween(7800, 8200);
    assertThat(counts.get("POST")).isBetween(900, 1100);
    assertThat(counts.get("true")).isBetween(900, 1100);
    // 1 / H(1000) = 0.1336
    assertThat(counts.get("1")).isBetween(1240, 1440);
    assertThat(counts.get("2")).isBetween(600, 740);
  }

  @Test
  void saysWhichEventEachIsIfAsked() {
    GenerateSource source = source(3L, null, "n", "sequence(1)");

    readToEnd(reader(TestingContext.TRACED, source, new ReadPosition(1, ReadTimes.NONE)));
    readToEnd(reader(source, new ReadPosition(2, ReadTimes.NONE)));

    assertThat(output.origins)
        .containsExactly(new Origin("in", "generate:1"), new Origin("in", "generate:2"), null);
  }

  @Test
  void continuesWithTheNextIndex() throws Exception {
    GenerateSource source = source(200L, null, "x", "text(8)", "y", "integer(0, 1000000)");
    readToEnd(reader(source));
    List<String> all = List.copyOf(output.events);
    output.events.clear();
    GeneratedReader first = reader(source);
    assertThat(first.pollNext(output)).isEqualTo(InputStatus.MORE_AVAILABLE);
    ReadPositionSerializer serializer = new ReadPositionSerializer();
    ReadPosition state =
        serializer.deserialize(2, serializer.serialize(first.snapshotState(1).get(0)));

    GeneratedReader second = reader(source, state);
    readToEnd(second);

    assertThat(output.events).isEqualTo(all);
    assertThat(second.snapshotState(2)).containsExactly(new ReadPosition(200, ReadTimes.NONE));
  }

  @Test
  void findsTheSameEventsLateAfterARestart() throws Exception {
    TimeOptions time =
        new TimeOptions(
            FieldPath.of("at"),
            false,
            TimeUnitOption.MS,
            null,
            null,
            null,
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            null,
            null);
    GenerateSource source =
        new GenerateSource(fields("at", "integer(0, 1000)"), 200L, null, 0, time);
    readToEnd(reader(source));
    List<Integer> late = output.late();
    output.timeline.clear();
    GeneratedReader first = reader(source);
    assertThat(first.pollNext(output)).isEqualTo(InputStatus.MORE_AVAILABLE);

    readToEnd(reader(source, first.snapshotState(1).get(0)));

    assertThat(late).hasSizeBetween(80, 120);
    assertThat(output.late()).isEqualTo(late);
  }

  /** States of before had no times. */
  @Test
  void readsAStateWithoutTimes() throws Exception {
    byte[] before = ByteBuffer.allocate(Long.BYTES).putLong(7).array();

    assertThat(new ReadPositionSerializer().deserialize(1, before))
        .isEqualTo(new ReadPosition(7, ReadTimes.NONE));
  }

  @Test
  void makesOtherValuesForAnotherSeed() {
    Map<String, Distribution> fields = Map.of("x", Distribution.parse("integer(0, 1000000000)"));

    assertThat(new EventGenerator(1, fields).event(0))
        .isNotEqualTo(new EventGenerator(2, fields).event(0));
  }

  @Test
  void keepsToTheRate() {
    GeneratedReader reader = reader(source(null, 10.0, "x", "sequence(0)"));
    assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    assertThat(output.events).hasSize(1);
    assertThat(reader.isAvailable()).isNotDone();

    nanos = 1_050_000_000;
    assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);

    assertThat(output.events).hasSize(11);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x|Invalid distribution: must be kind(arguments) but was 'x'",
        "sequenze(1)|Unknown distribution: 'sequenze' (known: choice, constant, decimal, integer,"
            + " sequence, text, timestamp, zipf)",
        "sequence(a)|Invalid distribution: must have a whole number as argument 1 but was"
            + " 'sequence(a)'",
        "integer(1)|Invalid distribution: must have 2 arguments but was 'integer(1)'",
        "integer(2, 1)|Invalid distribution: must go upwards, over less than 2^63 numbers but was"
            + " 'integer(2, 1)'",
        "timestamp(now, 1s)|Invalid distribution: must have an ISO-8601 instant as argument 1 but"
            + " was 'timestamp(now, 1s)'",
      })
  void refusesADistributionThatCannotBe(String text, String message) {
    assertThatThrownBy(() -> Distribution.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static @Nullable String text(Event event, String field) {
    return event.text(FieldPath.of(field));
  }

  private void readToEnd(GeneratedReader reader) {
    while (reader.pollNext(output) != InputStatus.END_OF_INPUT) {}
  }

  private GeneratedReader reader(GenerateSource source) {
    return reader(source, ReadPosition.START);
  }

  private GeneratedReader reader(GenerateSource source, ReadPosition position) {
    return reader(TestingContext.ENDING, source, position);
  }

  private GeneratedReader reader(
      SourceContext context, GenerateSource source, ReadPosition position) {
    SourceMetrics metrics = new SourceMetrics(new UnregisteredMetricsGroup(), "in");
    GeneratedReader reader = new GeneratedReader(context, source, metrics, () -> nanos);
    reader.addSplits(List.of(position));
    return reader;
  }

  private static EventGenerator generator(String... fields) {
    return new EventGenerator(0, fields(fields));
  }

  private static GenerateSource source(
      @Nullable Long count, @Nullable Double rate, String... fields) {
    return new GenerateSource(fields(fields), count, rate, 0, null);
  }

  private static Map<String, Distribution> fields(String... namesAndTexts) {
    Map<String, Distribution> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      fields.put(namesAndTexts[i], Distribution.parse(namesAndTexts[i + 1]));
    }
    return fields;
  }
}
