// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.sameness.Timed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateMachineTest {
  private static final StateMachineDefinition TCP =
      StateMachineDefinition.startingIn("CLOSED")
          .when("CLOSED", "SYN", "SENT")
          .when("SENT", "SYN", "SENT")
          .when("SENT", "ACK", "OPEN")
          .when("OPEN", "FIN", "DONE")
          .when("OPEN", "ABORT", "CLOSED")
          .when("*", "RST", "DONE")
          .timeout("SENT", Duration.ofMillis(100), "LOST")
          .timeout("LOST", Duration.ofMillis(50), "DONE")
          .timeout("OPEN", Duration.ofMillis(1000), "DONE")
          .when("LOST", "ACK", "OPEN")
          .ignoring("DATA")
          .endingIn("DONE")
          .build();

  @Test
  void tellsTheStateAfterEachEventAndWhatBreaksTheRules() throws Exception {
    assertThat(
            run(
                at("a-1:SYN", 0),
                at("a-2:FIN", 1),
                at("b-1:ACK", 2),
                at("a-3:ACK", 3),
                at("a-4:DATA", 4),
                at("a-5:FIN", 5),
                at("a-6:DATA", 6)))
        .containsExactly(
            "main a-1:SYN SENT @ 0",
            "main a-2:FIN SENT not [ACK, RST, SYN] @ 1",
            "violations a-2:FIN SENT not [ACK, RST, SYN] @ 1",
            "main b-1:ACK CLOSED not [RST, SYN] @ 2",
            "violations b-1:ACK CLOSED not [RST, SYN] @ 2",
            "main a-3:ACK OPEN @ 3",
            "main a-4:DATA OPEN @ 4",
            "main a-5:FIN DONE @ 5",
            "main a-6:DATA CLOSED @ 6");
  }

  @Test
  void takesAnEventExactlyAtTheDeadlineForOneInTime() throws Exception {
    assertThat(run(at("a-1:SYN", 0), at("a-2:ACK", 100), at("a-3:FIN", 101)))
        .containsExactly(
            "main a-1:SYN SENT @ 0", "main a-2:ACK OPEN @ 100", "main a-3:FIN DONE @ 101");
  }

  @Test
  void letsAStateRunOutBeforeALaterEventIsLookedAt() throws Exception {
    assertThat(run(at("a-1:SYN", 0), at("a-2:ACK", 101), at("a-3:FIN", 102)))
        .containsExactly(
            "main a-1:SYN SENT @ 0",
            "timeouts a SENT -> LOST at 100 @ 100",
            "main a-2:ACK OPEN @ 101",
            "main a-3:FIN DONE @ 102");
  }

  @Test
  void letsEveryStateRunOutThatIsDueInTurn() throws Exception {
    assertThat(run(at("a-1:SYN", 0), at("a-2:ACK", 151)))
        .containsExactly(
            "main a-1:SYN SENT @ 0",
            "timeouts a SENT -> LOST at 100 @ 100",
            "timeouts a LOST -> DONE at 150 @ 150",
            "main a-2:ACK CLOSED not [RST, SYN] @ 151",
            "violations a-2:ACK CLOSED not [RST, SYN] @ 151");
  }

  @Test
  void letsStatesRunOutAtTheEndOfInput() throws Exception {
    assertThat(run(at("a-1:SYN", 0)))
        .containsExactly(
            "main a-1:SYN SENT @ 0",
            "timeouts a SENT -> LOST at 100 @ 100",
            "timeouts a LOST -> DONE at 150 @ 150");
  }

  @Test
  void restartsTheClockWithASelfTransitionOnly() throws Exception {
    assertThat(
            run(
                at("a-1:SYN", 0),
                at("a-2:SYN", 60),
                at("a-3:DATA", 120),
                at("a-4:FIN", 130),
                at("a-5:ACK", 161),
                at("a-6:RST", 162)))
        .containsExactly(
            "main a-1:SYN SENT @ 0",
            "main a-2:SYN SENT @ 60",
            "main a-3:DATA SENT @ 120",
            "main a-4:FIN SENT not [ACK, RST, SYN] @ 130",
            "violations a-4:FIN SENT not [ACK, RST, SYN] @ 130",
            "timeouts a SENT -> LOST at 160 @ 160",
            "main a-5:ACK OPEN @ 161",
            "main a-6:RST DONE @ 162");
  }

  @Test
  void bringsItsTimerForwardForAStateThatRunsOutEarlier() throws Exception {
    StateMachineDefinition definition =
        StateMachineDefinition.startingIn("A")
            .when("A", "x", "LONG")
            .when("LONG", "x", "SHORT")
            .when("SHORT", "x", "LONG")
            .timeout("LONG", Duration.ofMillis(1000), "A")
            .timeout("SHORT", Duration.ofMillis(10), "A")
            .build();

    assertThat(
            TestingMachines.sameness(StateMachineOptions.of(definition))
                .freeingState()
                .runWithWatermarks(
                    List.of(
                        at("a-1:x", 0), at("a-2:x", 1), at("b-1:none", 50), at("c-1:none", 51))))
        .containsExactly(
            "main a-1:x LONG @ 0",
            "main a-2:x SHORT @ 1",
            "main b-1:none A not [x] @ 50",
            "violations b-1:none A not [x] @ 50",
            "timeouts a SHORT -> A at 11 @ 11",
            "main c-1:none A not [x] @ 51",
            "violations c-1:none A not [x] @ 51");
  }

  @Test
  void neverTurnsTheClockBack() throws Exception {
    assertThat(run(at("a-1:SYN", 100), at("a-2:SYN", 50), at("a-3:ACK", 200), at("a-4:FIN", 7)))
        .containsExactly(
            "main a-1:SYN SENT @ 100",
            "main a-2:SYN SENT @ 50",
            "main a-3:ACK OPEN @ 200",
            "main a-4:FIN DONE @ 7");
  }

  @Test
  void startsAnewBehindATerminalStateAndBackInTheInitialOne() throws Exception {
    assertThat(
            run(
                at("a-1:SYN", 0),
                at("a-2:RST", 1),
                at("a-3:SYN", 2),
                at("a-4:ACK", 3),
                at("a-5:ABORT", 4),
                at("a-6:SYN", 5),
                at("a-7:RST", 6)))
        .containsExactly(
            "main a-1:SYN SENT @ 0",
            "main a-2:RST DONE @ 1",
            "main a-3:SYN SENT @ 2",
            "main a-4:ACK OPEN @ 3",
            "main a-5:ABORT CLOSED @ 4",
            "main a-6:SYN SENT @ 5",
            "main a-7:RST DONE @ 6");
  }

  @Test
  void startsAnewAfterAViolationWhereToldTo() throws Exception {
    StateMachineDefinition definition =
        StateMachineDefinition.startingIn("CLOSED")
            .when("CLOSED", "open", "OPEN")
            .when("OPEN", "close", "CLOSED")
            .resettingOnViolation()
            .build();

    assertThat(
            TestingMachines.sameness(StateMachineOptions.of(definition))
                .freeingState()
                .run(
                    List.of(
                        at("a-1:open", 0),
                        at("a-2:open", 1),
                        at("a-3:open", 2),
                        at("a-4:close", 3))))
        .containsExactly(
            "main a-1:open OPEN @ 0",
            "main a-2:open CLOSED not [close] @ 1",
            "violations a-2:open CLOSED not [close] @ 1",
            "main a-3:open OPEN @ 2",
            "main a-4:close CLOSED @ 3");
  }

  @Test
  void emitsOnlyWhatMovedTheMachine() throws Exception {
    assertThat(emitting(Emit.TRANSITIONS))
        .containsExactly(
            "main a-1:SYN SENT @ 0",
            "main a-2:SYN SENT @ 1",
            "violations a-4:FIN SENT not [ACK, RST, SYN] @ 3",
            "main a-5:RST DONE @ 4");
  }

  @Test
  void emitsOnlyViolations() throws Exception {
    assertThat(emitting(Emit.VIOLATIONS))
        .containsExactly(
            "main a-4:FIN SENT not [ACK, RST, SYN] @ 3",
            "violations a-4:FIN SENT not [ACK, RST, SYN] @ 3");
  }

  @Test
  void putsAsideAnEventWithoutASymbol() throws Exception {
    assertThat(run(at("a-1:SYN", 0), at("a-2", 500), at("a-3:RST", 1)))
        .containsExactly("main a-1:SYN SENT @ 0", "invalid a-2 @ 500", "main a-3:RST DONE @ 1");
  }

  @Test
  void takesAnEventWhoseSymbolIsTheWildcardForAnyOther() throws Exception {
    StateMachineDefinition definition =
        StateMachineDefinition.startingIn("A")
            .when("A", "x", "B")
            .when("A", "*", "C")
            .ignoring("i")
            .endingIn("B", "C")
            .build();

    assertThat(
            TestingMachines.sameness(StateMachineOptions.of(definition))
                .run(List.of(at("a-1:*", 0), at("a-2:i", 1), at("a-3:y", 2), at("a-4:x", 3))))
        .containsExactly(
            "main a-1:* C @ 0", "main a-2:i A @ 1", "main a-3:y C @ 2", "main a-4:x B @ 3");
  }

  @Test
  void holdsAtTheEndsOfTime() throws Exception {
    assertThat(run(at("a-1:SYN", Long.MIN_VALUE + 1), at("b-1:SYN", Long.MAX_VALUE - 1)))
        .containsExactlyInAnyOrder(
            "main a-1:SYN SENT @ " + (Long.MIN_VALUE + 1),
            "main b-1:SYN SENT @ " + (Long.MAX_VALUE - 1),
            "timeouts a SENT -> LOST at " + (Long.MIN_VALUE + 101) + " @ " + (Long.MIN_VALUE + 101),
            "timeouts a LOST -> DONE at " + (Long.MIN_VALUE + 151) + " @ " + (Long.MIN_VALUE + 151),
            "timeouts b SENT -> LOST at " + Long.MAX_VALUE + " @ " + Long.MAX_VALUE,
            "timeouts b LOST -> DONE at " + Long.MAX_VALUE + " @ " + Long.MAX_VALUE);
  }

  private static List<String> emitting(Emit emit) throws Exception {
    return TestingMachines.sameness(StateMachineOptions.of(TCP).emitting(emit))
        .freeingState()
        .run(
            List.of(
                at("a-1:SYN", 0),
                at("a-2:SYN", 1),
                at("a-3:DATA", 2),
                at("a-4:FIN", 3),
                at("a-5:RST", 4)));
  }

  @SafeVarargs
  private static List<String> run(Timed<String>... events) throws Exception {
    List<Timed<String>> input = new ArrayList<>();
    for (Timed<String> event : events) {
      input.add(event);
    }
    return TestingMachines.sameness(StateMachineOptions.of(TCP))
        .outOfOrderness(1000)
        .freeingState()
        .run(input);
  }

  private static Timed<String> at(String event, long time) {
    return new Timed<>(event, time);
  }
}
