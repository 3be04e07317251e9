// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.junit.jupiter.api.Test;

class CorrelateTest {
  private static final CorrelateOptions WITHIN_100 =
      CorrelateOptions.within(Duration.ofMillis(100));
  private static final CorrelateOptions SKEWED = WITHIN_100.withSkew(Duration.ofMillis(10));

  @Test
  void pairsAResponseWithTheRequestOfItsKey() throws Exception {
    assertThat(run(WITHIN_100, "a?1 @ 0", "b?1 @ 5", "b!1 @ 20", "a!1 @ 40"))
        .containsExactly("main b?1 b!1 15 @ 20", "main a?1 a!1 40 @ 40");
  }

  @Test
  void pairsAResponseExactlyAtTheTimeout() throws Exception {
    assertThat(eager(WITHIN_100, "a?1 @ 0", "a!1 @ 100")).containsExactly("main a?1 a!1 100 @ 100");
  }

  @Test
  void letsBothGoOneMillisecondAfterTheTimeout() throws Exception {
    assertThat(eager(WITHIN_100, "a?1 @ 0", "a!1 @ 101"))
        .containsExactly("unmatched a?1 timeout @ 100", "unmatched a!1 no_request @ 101");
  }

  @Test
  void letsAResponseGoAtItsTimePlusSkew() throws Exception {
    assertThat(eager(SKEWED, "a!1 @ 50", "b-1 @ 61", "c-1 @ 100"))
        .containsExactly("other b-1 @ 61", "unmatched a!1 no_request @ 60", "other c-1 @ 100");
  }

  @Test
  void pairsAResponseThatArrivesBeforeItsRequest() throws Exception {
    assertThat(run(WITHIN_100, "a!1 @ 40", "a?1 @ 0")).containsExactly("main a?1 a!1 40 @ 0");
  }

  @Test
  void pairsAResponseThatIsEarlierByTheSkew() throws Exception {
    assertThat(eager(SKEWED, "a!1 @ 0", "a?1 @ 10")).containsExactly("main a?1 a!1 -10 @ 10");
    assertThat(run(SKEWED, "a?1 @ 10", "a!1 @ 0")).containsExactly("main a?1 a!1 -10 @ 0");
  }

  @Test
  void pairsNoResponseThatIsEarlierByMore() throws Exception {
    assertThat(run(SKEWED, "a!1 @ 0", "a?1 @ 11"))
        .containsExactly("unmatched a!1 no_request @ 10", "unmatched a?1 timeout @ 111");
  }

  @Test
  void takesTheFirstArrivedOfSeveralRequests() throws Exception {
    assertThat(run(WITHIN_100.queueing(), "a?1 @ 20", "a?2 @ 10", "a!1 @ 30", "a!2 @ 31"))
        .containsExactly("main a?1 a!1 10 @ 30", "main a?2 a!2 21 @ 31");
  }

  @Test
  void passesOverARequestThatIsOutOfReach() throws Exception {
    assertThat(run(WITHIN_100.queueing(), "a?1 @ 0", "a?2 @ 90", "a!2 @ 101"))
        .containsExactly("main a?2 a!2 11 @ 101", "unmatched a?1 timeout @ 100");
  }

  @Test
  void takesTheFirstArrivedOfSeveralResponses() throws Exception {
    assertThat(run(WITHIN_100, "a!1 @ 200", "a!2 @ 50", "a!3 @ 40", "a?1 @ 0"))
        .containsExactly(
            "main a?1 a!2 50 @ 0",
            "unmatched a!3 no_request @ 40",
            "unmatched a!1 no_request @ 200");
  }

  @Test
  void expiresNothingForALaterEventAlone() throws Exception {
    assertThat(run(WITHIN_100, "a?1 @ 0", "a?2 @ 500", "a!1 @ 60"))
        .containsExactly("main a?1 a!1 60 @ 60", "unmatched a?2 timeout @ 600");
  }

  @Test
  void replacesARequestThatASecondOneComesWithinTheTimeoutOf() throws Exception {
    assertThat(run(WITHIN_100, "a?1 @ 0", "a?2 @ 100", "a!2 @ 100"))
        .containsExactly("unmatched a?1 replaced @ 100", "main a?2 a!2 0 @ 100");
    assertThat(run(WITHIN_100, "a?1 @ 0", "a?2 @ 101", "a!2 @ 102"))
        .containsExactly("main a?2 a!2 1 @ 102", "unmatched a?1 timeout @ 100");
  }

  @Test
  void replacesEveryRequestInReachAndNoOther() throws Exception {
    assertThat(run(WITHIN_100, "a?1 @ 0", "a?2 @ 150", "a?3 @ 101", "a?4 @ 102"))
        .containsExactly(
            "unmatched a?2 replaced @ 101",
            "unmatched a?3 replaced @ 102",
            "unmatched a?1 timeout @ 100",
            "unmatched a?4 timeout @ 202");
  }

  @Test
  void replacesSeveralRequestsAtOnce() throws Exception {
    assertThat(run(WITHIN_100, "a?1 @ 0", "a?2 @ 150", "a?3 @ 100"))
        .containsExactly(
            "unmatched a?1 replaced @ 100",
            "unmatched a?2 replaced @ 100",
            "unmatched a?3 timeout @ 200");
  }

  @Test
  void keepsTheFirstRequestWhenKeeping() throws Exception {
    assertThat(
            run(
                WITHIN_100.keepingFirst(),
                "a?1 @ 0",
                "a?2 @ 100",
                "a?3 @ 101",
                "a!1 @ 100",
                "a!3 @ 110"))
        .containsExactly(
            "unmatched a?2 repeated @ 100", "main a?1 a!1 100 @ 100", "main a?3 a!3 9 @ 110");
  }

  @Test
  void countsARequestThatFoundAResponseAsNoRepeat() throws Exception {
    assertThat(run(WITHIN_100, "a?1 @ 0", "a!2 @ 170", "a?2 @ 90", "a!1 @ 10"))
        .containsExactly("main a?2 a!2 80 @ 90", "main a?1 a!1 10 @ 10");
  }

  @Test
  void pairsARequestWithManyResponses() throws Exception {
    assertThat(
            eager(
                WITHIN_100.withManyResponses(),
                "a?1 @ 0",
                "a!1 @ 10",
                "a!2 @ 100",
                "a!3 @ 101",
                "b?1 @ 110"))
        .containsExactly(
            "main a?1 a!1 10 @ 10",
            "main a?1 a!2 100 @ 100",
            "unmatched a!3 no_request @ 101",
            "unmatched b?1 timeout @ 210");
  }

  @Test
  void pairsARequestWithAllTheResponsesThatWait() throws Exception {
    assertThat(
            run(
                WITHIN_100.withManyResponses(),
                "a!1 @ 150",
                "a!2 @ 60",
                "a!3 @ 50",
                "a?1 @ 0",
                "a!4 @ 70"))
        .containsExactly(
            "main a?1 a!2 60 @ 0",
            "main a?1 a!3 50 @ 0",
            "main a?1 a!4 70 @ 70",
            "unmatched a!1 no_request @ 150");
  }

  @Test
  void letsARequestThatFoundAWaitingResponseGoSilently() throws Exception {
    assertThat(run(WITHIN_100.withManyResponses(), "a!1 @ 60", "a?1 @ 0"))
        .containsExactly("main a?1 a!1 60 @ 0");
  }

  @Test
  void replacesAnAnsweredRequestSilently() throws Exception {
    assertThat(run(WITHIN_100.withManyResponses(), "a?1 @ 0", "a!1 @ 10", "a?2 @ 20", "a!2 @ 30"))
        .containsExactly("main a?1 a!1 10 @ 10", "main a?2 a!2 10 @ 30");
  }

  @Test
  void sendsWhatIsNeitherToOtherAndTakesWhatIsBothAsARequest() throws Exception {
    assertThat(run(WITHIN_100, "a-1 @ 0", "a*1 @ 1", "a!1 @ 2"))
        .containsExactly("other a-1 @ 0", "main a*1 a!1 1 @ 2");
  }

  @Test
  void letsALateEventTakePartByItsOwnTime() throws Exception {
    assertThat(eager(WITHIN_100, "a?1 @ 0", "b?1 @ 50", "a!1 @ 20", "b-1 @ 500"))
        .containsExactly("main a?1 a!1 20 @ 20", "other b-1 @ 500", "unmatched b?1 timeout @ 150");
    assertThat(eager(WITHIN_100, "a?1 @ 0", "b-1 @ 500", "a!1 @ 20"))
        .containsExactly(
            "other b-1 @ 500", "unmatched a?1 timeout @ 100", "unmatched a!1 no_request @ 20");
  }

  @Test
  void holdsAtTheEndsOfTime() throws Exception {
    long first = Long.MIN_VALUE + 1;
    long last = Long.MAX_VALUE - 1;

    assertThat(run(SKEWED, "a?1 @ " + first, "b!1 @ " + last, "c?1 @ " + last, "c!1 @ " + last))
        .containsExactly(
            "main c?1 c!1 0 @ " + last,
            "unmatched a?1 timeout @ " + (first + 100),
            "unmatched b!1 no_request @ " + Long.MAX_VALUE);
  }

  @Test
  void changesNothingForAnInvalidEvent() throws Exception {
    assertThat(run(WITHIN_100, "a?1 @ 0", "a#1 @ 1", "a%1 @ 2", "a!1 @ 3"))
        .containsExactly("invalid a#1 @ 1", "invalid a%1 @ 2", "main a?1 a!1 3 @ 3");
    assertThat(run(WITHIN_100, "a%1 @ 3", "a?1 @ 2"))
        .containsExactly("invalid a?1 @ 2", "unmatched a%1 no_request @ 3");
  }

  private static List<String> run(CorrelateOptions options, String... events) throws Exception {
    return correlate(options).outOfOrderness(1000).run(timed(events));
  }

  private static List<String> eager(CorrelateOptions options, String... events) throws Exception {
    return correlate(options).runWithWatermarks(timed(events));
  }

  private static List<Timed<String>> timed(String... events) {
    return Stream.of(events)
        .map(event -> event.split(" @ "))
        .map(parts -> new Timed<>(parts[0], Long.parseLong(parts[1])))
        .toList();
  }

  private static Sameness<String> correlate(CorrelateOptions options) {
    return Sameness.of(
            Types.STRING,
            events ->
                Correlate.on(
                    events.keyBy(TestingExchange::key, Types.STRING),
                    new TestingExchange(),
                    options,
                    Types.STRING,
                    Types.STRING,
                    "pair"))
        .freeingState();
  }
}
