// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatefulTimersTest {
  private static final StatefulOptions FOREVER = StatefulOptions.forever();

  @Test
  void handlesATimerBeforeALaterEventButAfterOneAtItsInstant() throws Exception {
    assertThat(
            TestingStateful.of(new Reminder(), FOREVER)
                .run(List.of(at("a-1", 0), at("a-3", 50), at("a-5", 71))))
        .startsWith(
            "main a-1 1 0 @ 0",
            "main a-3 2 0 @ 50",
            "reminded a 2 1 @ 50",
            "reminded a 2 2 @ 70",
            "main a-5 3 2 @ 71");
  }

  @Test
  void handlesAllTimersAtTheEndOfInput() throws Exception {
    assertThat(TestingStateful.of(new Reminder(), FOREVER).run(List.of(at("a-1", 0))))
        .containsExactly("main a-1 1 0 @ 0", "reminded a 1 1 @ 50", "reminded a 1 2 @ 70");
  }

  @Test
  void handlesTheTimersUpToTheEndOfAStateAndDropsThoseBehind() throws Exception {
    assertThat(
            TestingStateful.of(new Reminder(), StatefulOptions.within(Duration.ofMillis(50)))
                .freeingState()
                .run(List.of(at("a-1", 0), at("a-3", 50))))
        .containsExactly(
            "main a-1 1 0 @ 0", "reminded a 1 1 @ 50", "main a-3 1 0 @ 50", "reminded a 1 1 @ 100");
  }

  @Test
  void dropsTheTimersOfAStateThatHasEnded() throws Exception {
    assertThat(TestingStateful.of(new Reminder(), FOREVER).run(List.of(at("a-9", 0))))
        .containsExactly("main a-9 1 0 @ 0");
  }

  /** Events set a timer 10 ms later; {@code bad} ones do so before they are refused. */
  private static final class Setting
      implements StatefulFunction<String, String, Tally.Seen, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public Tally.Seen onEvent(String event, Tally.Seen seen, Context<String, String> ctx) {
      ctx.timers().setEventTime(ctx.time() + 10);
      if (event.endsWith("bad")) {
        throw new InvalidEventException("Invalid kind: bad");
      }
      seen.kinds.add(event);
      return seen;
    }

    @Override
    public Tally.Seen onTimer(long at, Tally.Seen seen, Context<String, String> ctx) {
      if (seen.kinds.contains("a refuse")) {
        throw new InvalidEventException("Invalid timer");
      }
      if (seen.kinds.contains("a again")) {
        ctx.timers().setEventTime(at);
      }
      ctx.emit(ctx.key() + " at " + ctx.time());
      return seen;
    }
  }

  @Test
  void setsNoTimerForAnEventThatIsRefused() throws Exception {
    Sameness<String> setting = TestingStateful.of(new Setting(), FOREVER);

    assertThat(setting.run(List.of(at("a x", 0), at("a bad", 5), at("b bad", 6))))
        .containsExactly("invalid a bad @ 5", "invalid b bad @ 6", "main a at 10 @ 10");
  }

  @Test
  void refusesATimerThatIsNotLaterThanTheOneHandled() {
    assertThatThrownBy(
            () -> TestingStateful.of(new Setting(), FOREVER).run(List.of(at("a again", 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid timer: must be later than the one handled, 10, but was 10");
  }

  @Test
  void failsRatherThanBlameAnEventForATimer() {
    assertThatThrownBy(
            () ->
                TestingStateful.of(new Setting(), FOREVER)
                    .run(List.of(at("a refuse", 0), at("a x", 20))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Failed to handle the timer at 10");
  }

  private static Timed<String> at(String value, long time) {
    return new Timed<>(value, time);
  }
}
