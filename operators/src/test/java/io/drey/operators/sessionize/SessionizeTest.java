// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sessionize;

import static io.drey.operators.sessionize.Visits.ANY;
import static io.drey.operators.sessionize.Visits.FROM_LOGIN;
import static io.drey.operators.sessionize.Visits.LOGIN_TO_LOGOUT;
import static io.drey.operators.sessionize.Visits.TO_LOGOUT;
import static io.drey.operators.sessionize.Visits.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.junit.jupiter.api.Test;

class SessionizeTest {
  private static final SessionizeOptions GAP = SessionizeOptions.withGap(Duration.ofMillis(100));
  private static final SessionizeOptions LASTING_100 =
      SessionizeOptions.withGap(Duration.ofMillis(80)).withMaxDuration(Duration.ofMillis(100));

  @Test
  void endsASessionGapAfterItsLatestEvent() throws Exception {
    assertThat(run(GAP, ANY, at("a1", 0), at("b1", 30), at("a2", 60)))
        .containsExactlyInAnyOrder(
            "main [a1, a2] 0..60 2 gap complete @ 160", "main [b1] 30..30 1 gap complete @ 130");
  }

  @Test
  void takesAnEventExactlyOnItsDeadline() throws Exception {
    assertThat(run(GAP, ANY, at("a1", 0), at("a2", 100), at("a3", 201)))
        .containsExactly(
            "main [a1, a2] 0..100 2 gap complete @ 200", "main [a3] 201..201 1 gap complete @ 301");
  }

  @Test
  void measuresTheGapFromTheLatestEventRatherThanTheLastToArrive() throws Exception {
    assertThat(run(GAP, ANY, at("a1", 50), at("a2", 10), at("a3", 150)))
        .containsExactly("main [a2, a1, a3] 10..150 3 gap complete @ 250");
  }

  @Test
  void endsASessionThatLastsTooLong() throws Exception {
    assertThat(run(LASTING_100, ANY, at("a1", 0), at("a2", 70), at("a3", 100), at("a4", 101)))
        .containsExactly(
            "main [a1, a2, a3] 0..100 3 max-duration @ 100",
            "main [a4] 101..101 1 gap complete @ 181");
  }

  @Test
  void measuresTheDurationFromTheEarliestEventThoughItCameLater() throws Exception {
    assertThat(run(LASTING_100, ANY, at("a1", 50), at("a2", 10), at("a3", 111)))
        .containsExactly(
            "main [a2, a1] 10..50 2 max-duration @ 110", "main [a3] 111..111 1 gap complete @ 191");
  }

  @Test
  void callsATieOfGapAndDurationAGap() throws Exception {
    assertThat(run(LASTING_100, ANY, at("a1", 0), at("a2", 20)))
        .containsExactly("main [a1, a2] 0..20 2 gap complete @ 100");
  }

  @Test
  void endsASessionWithItsEndEvent() throws Exception {
    assertThat(run(GAP, TO_LOGOUT, at("a1", 0), at("a-logout", 10), at("a2", 20)))
        .containsExactly(
            "main [a1, a-logout] 0..10 2 end complete @ 10", "main [a2] 20..20 1 gap @ 120");
  }

  @Test
  void endsASessionThatItsEndEventOpens() throws Exception {
    assertThat(run(GAP, TO_LOGOUT, at("a-logout", 5)))
        .containsExactly("main [a-logout] 5..5 1 end complete @ 5");
  }

  @Test
  void isIncompleteByAGapWhereThereAreEndEvents() throws Exception {
    assertThat(run(GAP, TO_LOGOUT, at("a1", 0))).containsExactly("main [a1] 0..0 1 gap @ 100");
  }

  @Test
  void endsASessionThatHasMaxEvents() throws Exception {
    assertThat(run(GAP.withMaxEvents(2), ANY, at("a1", 0), at("a2", 1), at("a3", 2)))
        .containsExactly(
            "main [a1, a2] 0..1 2 max-events @ 1", "main [a3] 2..2 1 gap complete @ 102");
  }

  @Test
  void prefersTheEndEventToMaxEvents() throws Exception {
    assertThat(run(GAP.withMaxEvents(2), TO_LOGOUT, at("a1", 0), at("a-logout", 1)))
        .containsExactly("main [a1, a-logout] 0..1 2 end complete @ 1");
  }

  @Test
  void sendsEventsWithoutASessionToOrphans() throws Exception {
    assertThat(
            run(
                GAP,
                LOGIN_TO_LOGOUT,
                at("a1", 0),
                at("a-login", 1),
                at("a-logout", 2),
                at("a-logout", 3)))
        .containsExactly(
            "orphans a1 @ 0",
            "main [a-login, a-logout] 1..2 2 end complete @ 2",
            "orphans a-logout @ 3");
  }

  @Test
  void closesASessionThatAnOrphanShowsToBeOver() throws Exception {
    assertThat(run(GAP, FROM_LOGIN, at("a-login", 0), at("a2", 101)))
        .containsExactly("main [a-login] 0..0 1 gap complete @ 100", "orphans a2 @ 101");
  }

  @Test
  void restartsAtAStartEvent() throws Exception {
    assertThat(run(GAP, FROM_LOGIN, at("a-login", 0), at("a2", 10), at("a-login", 20)))
        .containsExactly(
            "main [a-login, a2] 0..10 2 restart @ 20",
            "main [a-login] 20..20 1 gap complete @ 120");
  }

  @Test
  void restartsExactlyOnTheDeadlineAndNotAfterIt() throws Exception {
    assertThat(run(GAP, FROM_LOGIN, at("a-login", 0), at("a-login", 100), at("a-login", 201)))
        .containsExactly(
            "main [a-login] 0..0 1 restart @ 100",
            "main [a-login] 100..100 1 gap complete @ 200",
            "main [a-login] 201..201 1 gap complete @ 301");
  }

  @Test
  void restartsAtAnOlderStartEventToo() throws Exception {
    Sameness<String> late = visits(GAP, FROM_LOGIN).outOfOrderness(1_000);

    assertThat(
            late.runWithWatermarks(List.of(at("a-login", 500), at("a-login", 0), at("b1", 1_101))))
        .containsExactly(
            "main [a-login] 500..500 1 restart @ 0",
            "orphans b1 @ 1101",
            "main [a-login] 0..0 1 gap complete @ 100");
  }

  @Test
  void hasNoDeadlineWithAnEndEventAlone() throws Exception {
    assertThat(run(SessionizeOptions.usual(), TO_LOGOUT, at("a1", 7), at("a2", 99_000_000)))
        .containsExactly("main [a1, a2] 7..99000000 2 end-of-input @ 99000000");
  }

  @Test
  void keepsThePartsThatItsFunctionsTake() throws Exception {
    SessionFunctions<String> short1 = ANY.keeping(event -> event.substring(1));

    assertThat(run(GAP, short1.keepingOpening(String::toUpperCase), at("ab", 5), at("ac", 0)))
        .containsExactly("main AB: [c, b] 0..5 2 gap complete @ 105");
    assertThat(run(GAP, ANY.keepingNoEvents(), at("a1", 0), at("a2", 5)))
        .containsExactly("main [] 0..5 2 gap complete @ 105");
  }

  @Test
  void keepsTheArrivalOrderOfEqualInstants() throws Exception {
    assertThat(run(GAP, ANY, at("a1", 5), at("a2", 0), at("a3", 5), at("a4", 0)))
        .containsExactly("main [a2, a4, a1, a3] 0..5 4 gap complete @ 105");
  }

  @Test
  void keepsNothingOfTheSessionBeforeInTheNext() throws Exception {
    SessionFunctions<String> withOpening = FROM_LOGIN.keepingOpening(event -> event);

    assertThat(run(GAP, withOpening, at("a-login1", 0), at("a2", 1), at("a-login2", 2)))
        .containsExactly(
            "main a-login1: [a-login1, a2] 0..1 2 restart @ 2",
            "main a-login2: [a-login2] 2..2 1 gap complete @ 102");
  }

  @Test
  void opensASessionForALateEvent() throws Exception {
    assertThat(
            visits(GAP, ANY)
                .freeingState()
                .runWithWatermarks(List.of(at("a1", 0), at("b1", 500), at("a2", 10))))
        .containsExactly(
            "main [a1] 0..0 1 gap complete @ 100",
            "main [a2] 10..10 1 gap complete @ 110",
            "main [b1] 500..500 1 gap complete @ 600");
  }

  @Test
  void holdsAtTheEndsOfTime() throws Exception {
    long first = Long.MIN_VALUE + 1;
    long last = Long.MAX_VALUE - 1;

    assertThat(run(GAP, ANY, at("a1", first), at("a2", last)))
        .containsExactly(
            "main [a1] %d..%d 1 gap complete @ %d".formatted(first, first, first + 100),
            "main [a2] %d..%d 1 gap complete @ %d".formatted(last, last, Long.MAX_VALUE));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // they are only read
  private static List<String> run(
      SessionizeOptions options, SessionFunctions<String> functions, Timed<String>... events)
      throws Exception {
    return visits(options, functions).freeingState().run(List.of(events));
  }

  private static Sameness<String> visits(
      SessionizeOptions options, SessionFunctions<String> functions) {
    return Sameness.of(
        Types.STRING,
        events ->
            Sessionize.on(
                events.keyBy(Visits::key, Types.STRING),
                options,
                functions,
                Visits::text,
                Types.STRING,
                "visits"));
  }
}
