// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.sameness.Logins.Login;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.junit.jupiter.api.Test;

/** Which mistakes in a function the kit finds, and how it shows them. */
class SamenessTest {
  /** Of four users in turn, every 100 ms. */
  private static final List<Timed<Login>> LOGINS =
      IntStream.range(0, 24)
          .mapToObj(i -> new Timed<>(new Login("u" + i % 4, i), i * 100L))
          .toList();

  @Test
  void passesWhatDependsOnEventsAlone() throws Exception {
    assertThatCode(() -> sameness(new Logins.Counted()).check(LOGINS)).doesNotThrowAnyException();
    assertThat(sameness(new Logins.Counted()).run(LOGINS.subList(0, 5)))
        .containsExactly(
            "main u0: 1 @ 0",
            "main u1: 1 @ 100",
            "main u2: 1 @ 200",
            "main u3: 1 @ 300",
            "main u0: 2 @ 400");
  }

  @Test
  void showsWhichRunDiffersAndHowToRepeatIt() {
    List<Timed<Login>> two =
        List.of(new Timed<>(new Login("u0", 0), 0), new Timed<>(new Login("u0", 1), 100));

    assertThatThrownBy(() -> sameness(new Logins.CountedInField()).check(two))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            Results depend on more than the events
            expected: plain (HashMapStateBackend, parallelism 1, one watermark at the end, no restore)
            but was: restore (HashMapStateBackend, parallelism 1, a watermark after every event, \
            a restore after every event)
            expected but missing: 1
              main u0: 2 @ 100
            unexpected: 1
              main u0: 1 @ 100
            in both runs: 1
            it takes 2 of 2 events:
              Login[user=u0, number=0] @ 0
              Login[user=u0, number=1] @ 100
            repeat it with: .outOfOrderness(0).only("restore").checkWithin(events)""");
  }

  @Test
  void findsEachMistakeInTheRunThatShowsIt() {
    assertFails(sameness(new Logins.CountedInField()), "restore");
    assertFails(sameness(new Logins.CountedOfAllKeys()), "parallelism 2");
    assertFails(sameness(new Logins.WithWatermark()), "watermark at every event");
    assertFails(sameness(new Logins.First()).inAnyOrder(), "arrival order 1");
  }

  @Test
  void repeatsOneRun() throws Exception {
    sameness(new Logins.CountedInField()).only("parallelism 4").check(LOGINS);

    assertFails(sameness(new Logins.CountedInField()).only("restore"), "restore");
  }

  @Test
  void findsWhatIsLeft() {
    assertThatThrownBy(() -> sameness(new Logins.WithTimer()).check(LOGINS))
        .hasMessageContaining("timers left at the end of input: 4\nit takes 1 of 24 events:\n");
    assertThatThrownBy(() -> sameness(new Logins.Counted()).freeingState().check(LOGINS))
        .hasMessageContaining("entries of state left at the end of input: 4\nit takes 1 of 24 ");
  }

  @Test
  void runsFunctionsOfTwoKeysInARow() {
    assertThatCode(
            () ->
                Sameness.of(
                        Login.class,
                        logins ->
                            logins
                                .keyBy(Login::user)
                                .process(new Logins.Counted())
                                .keyBy(text -> text.substring(text.length() - 1))
                                .process(new Logins.CountedTexts()))
                    .check(LOGINS))
        .doesNotThrowAnyException();
  }

  @Test
  void runsWindowsBehindFunctionsWithoutKeys() throws Exception {
    Sameness<Login> sums =
        Sameness.of(
            Login.class,
            logins ->
                logins
                    .filter(login -> !login.user().equals("u3"))
                    .map(login -> new Login(login.user(), 1))
                    .keyBy(Login::user)
                    .window(TumblingEventTimeWindows.of(Duration.ofSeconds(1)))
                    .reduce((one, other) -> new Login(one.user(), one.number() + other.number())));

    sums.outOfOrderness(Duration.ofMillis(300)).inAnyOrder().freeingState().check(LOGINS);
    assertThat(sums.run(LOGINS.subList(0, 6)))
        .containsExactlyInAnyOrder(
            "main Login[user=u0, number=2] @ 999",
            "main Login[user=u1, number=2] @ 999",
            "main Login[user=u2, number=1] @ 999");
  }

  @Test
  void runsReductions() throws Exception {
    Sameness<Login> sums =
        Sameness.of(
            Login.class,
            logins ->
                logins
                    .keyBy(Login::user)
                    .reduce((one, other) -> new Login(one.user(), one.number() + other.number())));

    sums.check(LOGINS);
    assertThat(sums.run(LOGINS.subList(3, 9)))
        .containsExactly(
            "main Login[user=u3, number=3] @ 300",
            "main Login[user=u0, number=4] @ 400",
            "main Login[user=u1, number=5] @ 500",
            "main Login[user=u2, number=6] @ 600",
            "main Login[user=u3, number=10] @ 700",
            "main Login[user=u0, number=12] @ 800");
  }

  @Test
  void copiesEventsForEachRun() {
    List<Timed<Logins.Mutable>> events =
        List.of(new Timed<>(new Logins.Mutable(), 0), new Timed<>(new Logins.Mutable(), 1));

    assertThatCode(
            () ->
                Sameness.of(
                        Logins.Mutable.class,
                        all -> all.keyBy(one -> "key").process(new Logins.Mutating()))
                    .check(events))
        .doesNotThrowAnyException();
  }

  @Test
  void rejectsWhatItCannotRunOrCompare() {
    assertRejected(
        logins -> logins.connect(logins).map(new Logins.Joined()),
        "Cannot run 'Co-Map': operators must have one input, which comes from the stream given, but"
            + " was a TwoInputTransformation");
    assertRejected(
        logins -> logins.getExecutionEnvironment().fromSequence(0, 1),
        "Cannot run 'Sequence Source': operators must have one input, which comes from the stream"
            + " given, but was a SourceTransformation");
    assertRejected(
        logins -> logins, "Cannot run the subject: no operator was attached to the stream");
    assertThatThrownBy(() -> sameness(new Logins.Opaque()).check(LOGINS))
        .hasMessage(
            "Cannot compare results of class %s: it has no toString()"
                .formatted(Logins.Unnamed.class.getName()));
    assertThatThrownBy(() -> sameness(new Logins.Counted()).only("restores"))
        .hasMessageStartingWith("Unknown variation: 'restores' (known: 'plain', 'watermark at");
  }

  private static void assertFails(Sameness<Login> sameness, String variation) {
    assertThatThrownBy(() -> sameness.outOfOrderness(Duration.ofSeconds(1)).check(LOGINS))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("\nbut was: " + variation + " (")
        .hasMessageEndingWith(
            "repeat it with: .outOfOrderness(1000).only(\"%s\").checkWithin(events)"
                .formatted(variation));
  }

  private static void assertRejected(
      Function<DataStream<Login>, DataStream<?>> subject, String message) {
    assertThatThrownBy(() -> Sameness.of(Login.class, subject))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static <R> Sameness<Login> sameness(KeyedProcessFunction<String, Login, R> function) {
    return Sameness.of(Login.class, logins -> logins.keyBy(Login::user).process(function));
  }
}
