// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import static io.drey.operators.ratelimit.EventLines.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.junit.jupiter.api.Test;

/** Each event has a limit of its own; state is the key's. */
class LimitByEventTest {
  private static final Duration TEN = Duration.ofMillis(10);
  private static final EventLimitOptions FOREVER = EventLimitOptions.forever();
  private static final EventLimitOptions WINDOW = EventLimitOptions.fixedWindow(TEN);
  private static final EventLimitOptions SPAN = EventLimitOptions.slidingWindow(TEN);
  private static final EventLimitOptions BUCKET = EventLimitOptions.tokenBucket(TEN);

  @Test
  void countsWhatPassedForEver() throws Exception {
    assertThat(run(FOREVER, at("a1:1", 0), at("a2:1", 1), at("a3:2", 99), at("a4:2", 99)))
        .containsExactly(
            "main a1:1 @ 0", "limited a2:1 @ 1", "main a3:2 @ 99", "limited a4:2 @ 99");
  }

  @Test
  void countsWhatPassedInTheWindow() throws Exception {
    assertThat(
            run(WINDOW, at("a1:1", 8), at("a2:1", 9), at("a3:2", 9), at("a4:0", 10), at("a5:1", 9)))
        .containsExactly(
            "main a1:1 @ 8",
            "limited a2:1 @ 9",
            "main a3:2 @ 9",
            "limited a4:0 @ 10",
            "limited a5:1 @ 9");
  }

  @Test
  void looksBackForEachLimitInASlidingWindow() throws Exception {
    assertThat(
            run(
                SPAN,
                at("a1:3", 0),
                at("a2:3", 5),
                at("a3:2", 9),
                at("a4:3", 9),
                at("a5:2", 14),
                at("a6:2", 15),
                at("a7:0", 90)))
        .containsExactly(
            "main a1:3 @ 0",
            "main a2:3 @ 5",
            "limited a3:2 @ 9",
            "main a4:3 @ 9",
            "limited a5:2 @ 14",
            "main a6:2 @ 15",
            "limited a7:0 @ 90");
  }

  @Test
  void refillsABucketAtTheLimitOfTheEvent() throws Exception {
    assertThat(
            run(
                BUCKET,
                at("a1:1/2", 0),
                at("a2:1/2", 0),
                at("a3:1/2", 9),
                at("a4:2/2", 9),
                at("a5:1", 19),
                at("a6:1", 20)))
        .containsExactly(
            "main a1:1/2 @ 0",
            "main a2:1/2 @ 0",
            "limited a3:1/2 @ 9",
            "main a4:2/2 @ 9",
            "limited a5:1 @ 19",
            "limited a6:1 @ 20");
  }

  @Test
  void anEventWithoutALimitIsInvalidAndChangesNothing() throws Exception {
    for (EventLimitOptions options : List.of(FOREVER, WINDOW, SPAN, BUCKET)) {
      assertThat(run(options, at("a1", 0), at("a2:-1", 0), at("a3:1000000001", 0), at("a4:1", 0)))
          .containsExactly(
              "invalid a1 @ 0", "invalid a2:-1 @ 0", "invalid a3:1000000001 @ 0", "main a4:1 @ 0");
    }
    assertThat(run(BUCKET, at("a1:1/-1", 0), at("a2:1000000000/1000000000", 0)))
        .containsExactly("invalid a1:1/-1 @ 0", "main a2:1000000000/1000000000 @ 0");
  }

  @Test
  void marksInsteadOfSeparating() throws Exception {
    assertThat(
            Sameness.of(
                    Types.STRING,
                    events ->
                        LimitRate.markingByEvent(
                            EventLines.keyed(events),
                            EventLines.LIMITS,
                            WINDOW,
                            (event, isLimited) -> event + "=" + isLimited,
                            Types.STRING,
                            "limit"))
                .run(List.of(at("a1:1", 0), at("a2:1", 1), at("a3:2", 2))))
        .containsExactly("main a1:1=false @ 0", "main a2:1=true @ 1", "main a3:2=false @ 2");
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  private static List<String> run(EventLimitOptions options, Timed<String>... events)
      throws Exception {
    return Sameness.of(
            Types.STRING,
            stream ->
                LimitRate.byEvent(EventLines.keyed(stream), EventLines.LIMITS, options, "limit"))
        .run(List.of(events));
  }
}
