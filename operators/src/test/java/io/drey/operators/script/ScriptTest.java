// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.rule.InvalidEventException;
import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

class ScriptTest {
  private static final ScriptOptions FOREVER = ScriptOptions.forever();
  private static final ScriptOptions FOR_100 = ScriptOptions.expiring(Duration.ofMillis(100));

  @Test
  void remembersPerKeyWhatTheProgramPuts() throws Exception {
    assertThat(
            run(
                FOREVER,
                at("a put n 1; put m 2; size", 0),
                at("b get n", 1),
                at("a get n; remove n; get n; has m; names; size", 2),
                at("a size; clear; size; put x 1; size; names", 3),
                at("a names; size", 4)))
        .containsExactly(
            "main a ok ok 2 @ 0",
            "main b null @ 1",
            "main a 1 ok null true [m] 1 @ 2",
            "main a 1 ok 0 empty ok 1 [x] @ 3",
            "main a [x] 1 @ 4");
  }

  @Test
  void keepsNoneOfTheChangesOfAnEventThatFails() throws Exception {
    assertThat(
            run(
                FOREVER,
                at("a put n 1; put m 2", 0),
                at("a put n 3; remove m; put x 4; fail", 1),
                at("a clear; fail", 2),
                at("a get n; get m; has x; size", 3)))
        .containsExactly(
            "main a ok ok @ 0",
            "invalid a put n 3; remove m; put x 4; fail @ 1",
            "invalid a clear; fail @ 2",
            "main a 1 2 false 2 @ 3");
  }

  @Test
  void countsEntriesThatArePutAndRemovedInOneEvent() throws Exception {
    assertThat(
            run(
                FOREVER,
                at("a put n 1; remove n; remove n; size", 0),
                at("a put n 1; clear; put n 2; put n 3; put m 1; size", 1),
                at("a clear; put m 1; remove m; put m 2", 2),
                at("a size; names", 3)))
        .containsExactly(
            "main a ok ok ok 0 empty @ 0",
            "main a ok ok ok ok ok 2 @ 1",
            "main a ok ok ok ok @ 2",
            "main a 1 [m] @ 3");
  }

  @Test
  void beginsAKeyBeforeItsFirstEventAndEndsItWithTheInput() throws Exception {
    assertThat(
            kit(Commands.BEGINNING_AND_ENDING, FOREVER)
                .freeingState()
                .run(
                    List.of(
                        at("a put x 1; names", 0),
                        at("b clear", 1),
                        at("b size", 2),
                        at("a get begun", 3))))
        .containsExactly(
            "main a begins @ 0",
            "main a ok [begun, x] @ 0",
            "main b begins @ 1",
            "main b ok @ 1",
            "main b 0 empty @ 2",
            "main a yes @ 3",
            "main a ends with [begun, x] @ 9223372036854775807",
            "main b ends with [] @ 9223372036854775807");
  }

  @Test
  void beginsAKeyAgainWhoseFirstEventFailed() throws Exception {
    assertThat(
            kit(Commands.BEGINNING_AND_ENDING, FOREVER)
                .run(List.of(at("a fail", 0), at("a size", 1), at("b fail", 2))))
        .containsExactly(
            "invalid a fail @ 0",
            "main a begins @ 1",
            "main a 1 @ 1",
            "invalid b fail @ 2",
            "main a ends with [begun] @ 9223372036854775807");
  }

  @Test
  void losesAnEntryExactlyTtlAfterItsLastWrite() throws Exception {
    assertThat(
            run(
                FOR_100,
                at("a put n 1; put m 1", 0),
                at("a put m 1", 50),
                at("a get n; get m; size; names", 99),
                at("a get n; has n; get m; size; names", 100),
                at("a size; get m", 150)))
        .containsExactly(
            "main a ok ok @ 0",
            "main a ok @ 50",
            "main a 1 1 2 [m, n] @ 99",
            "main a null false 1 1 [m] @ 100",
            "main a 0 empty null @ 150");
  }

  @Test
  void handlesAnOlderEventAtTheLatestTimeOfItsKey() throws Exception {
    assertThat(
            run(
                FOR_100,
                at("a put n 1", 0),
                at("a names", 100),
                at("a get n; put m 1", 50),
                at("a get m", 199),
                at("a get m", 200)))
        .containsExactly(
            "main a ok @ 0",
            "main a [] @ 100",
            "main a null ok @ 50",
            "main a 1 @ 199",
            "main a null @ 200");
  }

  @Test
  void endsAKeyWithoutEntriesOnceTheirTimeIsOver() throws Exception {
    assertThat(
            kit(Commands.BEGINNING_AND_ENDING, FOR_100)
                .freeingState()
                .run(List.of(at("a size", 0), at("a size", 100), at("a put x 1", 101))))
        .containsExactly(
            "main a begins @ 0",
            "main a 1 @ 0",
            "main a 0 empty @ 100",
            "main a ok @ 101",
            "main a ends with [] @ 9223372036854775807");
  }

  @Test
  void holdsAtTheEndsOfTime() throws Exception {
    assertThat(run(FOR_100, at("a put n 1", Long.MIN_VALUE + 1), at("a get n", Long.MAX_VALUE - 1)))
        .containsExactly(
            "main a ok @ " + (Long.MIN_VALUE + 1), "main a null @ " + (Long.MAX_VALUE - 1));
  }

  @Test
  void emitsToNamedOutputs() throws Exception {
    OutputTag<Integer> lengths = new OutputTag<>("lengths", Types.INT);
    Program<String, String, String> program =
        Program.of((event, scope) -> scope.emit(lengths, event.length()));

    assertThat(kit(program, FOREVER).run(List.of(at("a b", 5)))).containsExactly("lengths 3 @ 5");
  }

  @Test
  void knowsTheTimestampOfItsEvent() throws Exception {
    Program<String, String, String> program =
        Program.<String, String, String>of((event, scope) -> scope.emit("at " + scope.timestamp()))
            .beginning(scope -> scope.emit("from " + scope.timestamp()))
            .ending(scope -> scope.emit("to " + scope.timestamp()));

    assertThat(kit(program, FOREVER).run(List.of(at("a x", 5), at("a x", 7))))
        .containsExactly(
            "main from 5 @ 5",
            "main at 5 @ 5",
            "main at 7 @ 7",
            "main to null @ " + Long.MAX_VALUE);
  }

  @Test
  void refusesATtlOfNothing() {
    assertThatThrownBy(() -> ScriptOptions.expiring(Duration.ZERO))
        .hasMessage("Invalid ttl: must be at least 1 ms but was PT0S");
  }

  @Test
  void failsTheJobWhereTheEndOfAKeyFails() {
    Program<String, String, String> program =
        Commands.PLAIN.ending(
            scope -> {
              throw new InvalidEventException("Cannot end");
            });

    assertThatThrownBy(() -> kit(program, FOREVER).run(List.of(at("a size", 0))))
        .hasStackTraceContaining("Cannot end");
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // they are only read
  private static List<String> run(ScriptOptions options, Timed<String>... events) throws Exception {
    Sameness<String> kit = kit(Commands.PLAIN, options);
    return (options.ttl() == null ? kit : kit.freeingState()).run(List.of(events));
  }

  private static Sameness<String> kit(
      Program<String, String, String> program, ScriptOptions options) {
    return Sameness.of(Types.STRING, events -> Commands.attach(events, program, options));
  }

  private static Timed<String> at(String value, long time) {
    return new Timed<>(value, time);
  }
}
