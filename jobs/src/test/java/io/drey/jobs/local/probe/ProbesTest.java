// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pipeline.Output;
import io.drey.operators.event.Event;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProbesTest {
  private final Tap tap = new Tap(Output.main("in"));

  @Test
  void takesTheFirstEventsWhateverTheirNumberAndLooks() {
    pass(1, Tap.FIRST - 1);
    assertThat(tap.look()).hasSize(Tap.FIRST - 1).startsWith(taken(1)).endsWith(taken(19));

    pass(Tap.FIRST, 100);

    assertThat(tap.look()).containsExactly(taken(20));
  }

  @Test
  void takesOneEventPerLookAfterTheFirst() {
    pass(1, 100);
    assertThat(tap.look()).hasSize(Tap.FIRST);
    pass(101, 150);
    assertThat(tap.look()).containsExactly(taken(101));
    assertThat(tap.look()).isEmpty();
    pass(151, 200);

    assertThat(tap.look()).containsExactly(taken(151));
    assertThat(List.of(tap.taken(), tap.seen())).containsExactly(22L, 200L);
  }

  @Test
  void letsNoMoreThanTheLimitPassAndEndsOnce() {
    ResultLimit limit = new ResultLimit(3);
    AtomicInteger ends = new AtomicInteger();
    limit.onReached(ends::incrementAndGet);

    List<Boolean> passed = IntStream.range(0, 5).mapToObj(n -> limit.take()).toList();

    assertThat(passed).containsExactly(true, true, true, false, false);
    assertThat(ends).hasValue(1);
  }

  @Test
  void isReachedByTheLastResult() {
    ResultLimit limit = new ResultLimit(2);

    limit.take();
    assertThat(limit.isReached()).isFalse();
    limit.take();

    assertThat(limit.isReached()).isTrue();
  }

  private void pass(int from, int to) {
    IntStream.rangeClosed(from, to).forEach(n -> tap.pass(Event.of("{\"n\":" + n + "}")));
  }

  private static Tap.Taken taken(int n) {
    return new Tap.Taken(n, "{\"n\":" + n + "}");
  }
}
