// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

class StatefulTest {
  private static final StatefulOptions FOREVER = StatefulOptions.forever();
  private static final StatefulOptions WITHIN_100 = StatefulOptions.within(Duration.ofMillis(100));

  @Test
  void keepsOneStateAKeyAndSavesItAfterEachEvent() throws Exception {
    assertThat(
            TestingStateful.of(new Tally(), FOREVER)
                .run(List.of(at("a x", 0), at("b x", 1), at("a x", 2), at("a y", 3))))
        .containsExactly(
            "main a1/0 @ 0",
            "new a x @ 0",
            "main b1/0 @ 1",
            "new b x @ 1",
            "main a2/1 @ 2",
            "main a3/1 @ 3",
            "new a y @ 3");
  }

  @Test
  void dropsAllThatACallDidWhichRefusedItsEvent() throws Exception {
    Sameness<String> tally = TestingStateful.of(new Tally(), FOREVER);

    assertThat(tally.run(List.of(at("a x", 0), at("a bad", 1), at("a y", 2))))
        .containsExactly(
            "main a1/0 @ 0", "new a x @ 0", "invalid a bad @ 1", "main a2/1 @ 2", "new a y @ 2");
    tally.check(List.of(at("a x", 0), at("a bad", 1), at("a y", 2), at("b bad", 3)));
  }

  @Test
  void startsAnewOnceTheFunctionHasEndedTheState() throws Exception {
    assertThat(
            TestingStateful.of(new Tally(), WITHIN_100)
                .freeingState()
                .run(List.of(at("a x", 0), at("a end", 1), at("a x", 2))))
        .containsExactly(
            "main a1/0 @ 0",
            "new a x @ 0",
            "main a2/1 @ 1",
            "new a end @ 1",
            "main a1/0 @ 2",
            "new a x @ 2");
  }

  @Test
  void forgetsAKeyOnceTimeIsTtlPastItsLastEvent() throws Exception {
    assertThat(
            TestingStateful.of(new Counting(), WITHIN_100)
                .freeingState()
                .run(List.of(at("a", 0), at("a", 99), at("a", 198), at("a", 298))))
        .containsExactly("main 1 @ 0", "main 2 @ 99", "main 3 @ 198", "main 1 @ 298");
  }

  @Test
  void neverMovesTheLastEventBack() throws Exception {
    assertThat(
            TestingStateful.of(new Counting(), WITHIN_100)
                .run(List.of(at("a", 100), at("a", 50), at("a", 199))))
        .containsExactly("main 1 @ 100", "main 2 @ 50", "main 3 @ 199");
  }

  @Test
  void forgetsNothingForALateEventThatIsOlder() throws Exception {
    assertThat(
            TestingStateful.of(new Counting(), WITHIN_100)
                .runWithWatermarks(List.of(at("a", 1000), at("a", 5), at("a", 1099))))
        .containsExactly("main 1 @ 1000", "main 2 @ 5", "main 3 @ 1099");
  }

  @Test
  void holdsAtTheEndsOfTime() throws Exception {
    assertThat(
            TestingStateful.of(new Counting(), WITHIN_100)
                .freeingState()
                .run(List.of(at("a", Long.MIN_VALUE + 1), at("a", Long.MAX_VALUE - 1))))
        .containsExactly("main 1 @ " + (Long.MIN_VALUE + 1), "main 1 @ " + (Long.MAX_VALUE - 1));
  }

  /** Emits to an output that it does not declare. */
  private static final class Undeclared
      implements StatefulFunction<String, String, Tally.Seen, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public Tally.Seen onEvent(String event, Tally.Seen seen, Context<String, String> ctx) {
      ctx.output(Tally.NEW, event);
      return seen;
    }

    @Override
    public List<OutputTag<?>> outputs() {
      return List.of(new OutputTag<>("old", Types.STRING));
    }
  }

  @Test
  void refusesAResultForAnOutputThatIsNotDeclared() {
    assertThatThrownBy(() -> TestingStateful.of(new Undeclared(), FOREVER).run(List.of(at("a", 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Unknown output: new (known: old)");
  }

  /** Sets a timer and has nothing to handle it. */
  private static final class Deaf implements StatefulFunction<String, String, Tally.Seen, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public Tally.Seen onEvent(String event, Tally.Seen seen, Context<String, String> ctx) {
      ctx.timers().setEventTime(1);
      return seen;
    }
  }

  @Test
  void refusesTimersWithoutAMethodForThem() {
    assertThatThrownBy(() -> TestingStateful.of(new Deaf(), FOREVER).run(List.of(at("a", 0))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Cannot set a timer: onTimer is not overridden");
  }

  /** Gives every key the same object. */
  private static final class Sharing
      implements StatefulFunction<String, String, Tally.Seen, String> {
    private static final long serialVersionUID = 1L;
    private static final Tally.Seen SHARED = new Tally.Seen();

    @Override
    public Tally.Seen initialState() {
      return SHARED;
    }

    @Override
    public Tally.Seen onEvent(String event, Tally.Seen seen, Context<String, String> ctx) {
      seen.count++;
      ctx.emit(event + seen.count);
      return seen;
    }
  }

  @Test
  void copiesWhatInitialStateGivesSoThatKeysDoNotShareIt() throws Exception {
    assertThat(
            TestingStateful.of(new Sharing(), FOREVER)
                .run(List.of(at("a", 0), at("b", 1), at("a", 2))))
        .containsExactly("main a1 @ 0", "main b1 @ 1", "main a2 @ 2");
  }

  private static Timed<String> at(String value, long time) {
    return new Timed<>(value, time);
  }
}
