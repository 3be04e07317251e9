// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StateMachineDefinitionTest {
  private static final Duration SOON = Duration.ofSeconds(1);

  @Test
  void knowsTheInitialStateThoseWithRulesAndTheTerminalOnes() {
    StateMachineDefinition definition =
        machine("A").when("*", "x", "B").when("B", "y", "C").endingIn("C", "D").build();

    assertThat(definition.states()).containsExactly("A", "B", "C", "D");
    assertThat(definition.symbols()).containsExactly("x", "y");
  }

  @Test
  void prefersAStatesOwnRuleThenTheCommonOneThenItsRuleForAnySymbol() {
    StateMachineDefinition definition =
        machine("A")
            .when("A", "x", "B")
            .when("A", "*", "C")
            .when("*", "x", "C")
            .when("*", "y", "B")
            .when("*", "*", "D")
            .when("B", "z", "A")
            .ignoring("i", "y")
            .endingIn("C", "D")
            .build();

    assertThat(definition.next("A", "x")).isEqualTo("B");
    assertThat(definition.next("A", "y")).isEqualTo("B");
    assertThat(definition.next("A", "other")).isEqualTo("C");
    assertThat(definition.next("B", "other")).isEqualTo("D");
    assertThat(definition.next("A", "i")).isNull();
    assertThat(definition.next("B", "x")).isEqualTo("C");
  }

  @Test
  void reportsEveryUnknownState() {
    assertThat(
            problems(
                machine("A")
                    .when("A", "x", "B")
                    .when("*", "y", "C")
                    .timeout("E", SOON, "A")
                    .timeout("A", SOON, "F")
                    .endingIn("D")))
        .containsExactly(
            new DefinitionProblem(
                List.of("transitions", "A", "x"), "Unknown state 'B' (known: A, D)"),
            new DefinitionProblem(
                List.of("transitions", "*", "y"), "Unknown state 'C' (known: A, D)"),
            new DefinitionProblem(List.of("timeouts", "E"), "Unknown state 'E' (known: A, D)"),
            new DefinitionProblem(
                List.of("timeouts", "A", "to"), "Unknown state 'F' (known: A, D)"));
  }

  @Test
  void hasTheMessageOfItsFirstProblem() {
    assertThatThrownBy(() -> machine("A").when("A", "x", "B").when("A", "y", "C").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Unknown state 'B' (known: A)");
  }

  @Test
  void takesTheWildcardForNeitherAStateNorASymbolToIgnore() {
    assertThat(problems(machine("*").when("A", "x", "*").endingIn("*").ignoring("*")))
        .containsExactly(
            new DefinitionProblem(
                List.of("initial"), "Invalid initial: must be a state but was '*'"),
            new DefinitionProblem(List.of("transitions", "A", "x"), "Unknown state '*' (known: A)"),
            new DefinitionProblem(
                List.of("ignore", "*"), "Invalid ignore: must name symbols but was '*'"),
            new DefinitionProblem(
                List.of("terminal", "*"), "Invalid terminal: must name states but was '*'"));
  }

  @Test
  void refusesTimeoutsThatFormACycle() {
    StateMachineBuilder circle =
        machine("A")
            .when("A", "x", "B")
            .when("B", "x", "C")
            .when("C", "x", "D")
            .when("D", "x", "A")
            .timeout("B", SOON, "C")
            .timeout("C", SOON, "D")
            .timeout("D", SOON, "C");

    assertThat(problems(circle))
        .containsExactly(
            new DefinitionProblem(
                List.of("timeouts", "C"),
                "Invalid timeouts: must not form a cycle but was C -> D -> C"));
  }

  @Test
  void refusesATimeoutOfEveryStateThatLeadsToOneOfThem() {
    StateMachineBuilder circle =
        machine("A").when("A", "x", "B").when("B", "x", "A").timeout("*", SOON, "B");

    assertThat(problems(circle))
        .containsExactly(
            new DefinitionProblem(
                List.of("timeouts", "*"),
                "Invalid timeouts: must not form a cycle but was B -> B"));
  }

  @Test
  void takesTimeoutsThatEndInTheInitialOrATerminalState() {
    StateMachineDefinition definition =
        machine("A")
            .when("A", "x", "B")
            .when("B", "x", "C")
            .when("C", "x", "A")
            .timeout("B", SOON, "C")
            .timeout("*", SOON, "D")
            .endingIn("D")
            .build();

    assertThat(definition.timeoutOf("A")).isNull();
    assertThat(definition.timeoutOf("B")).isEqualTo(new TimeoutRule(SOON, "C"));
    assertThat(definition.timeoutOf("C")).isEqualTo(new TimeoutRule(SOON, "D"));
    assertThat(definition.timeoutOf("D")).isNull();
  }

  @Test
  void rejectsATimeoutOfNoTime() {
    assertThatThrownBy(() -> machine("A").timeout("A", Duration.ZERO, "A"))
        .hasMessage("Invalid after: must be at least 1 ms but was PT0S");
  }

  @Test
  void isBoundedWhereEveryStateThatIsRememberedRunsOut() {
    StateMachineBuilder builder =
        machine("A").when("A", "x", "B").when("B", "x", "C").when("C", "x", "D").endingIn("D");

    assertThat(builder.timeout("B", SOON, "A").build().isBounded()).isFalse();
    assertThat(builder.timeout("C", SOON, "A").build().isBounded()).isTrue();
  }

  @Test
  void warnsOfStatesThatNothingReachesAndOfThoseThatNeverEnd() {
    assertThat(
            machine("A")
                .when("A", "x", "B")
                .when("A", "y", "END")
                .when("B", "x", "B")
                .when("C", "x", "END")
                .when("END", "x", "D")
                .when("D", "x", "END")
                .endingIn("END", "NEVER")
                .build()
                .warnings())
        .containsExactly(
            new DefinitionProblem(
                List.of("transitions", "B"), "No terminal state can be reached from 'B'"),
            new DefinitionProblem(List.of("transitions", "C"), "State 'C' cannot be reached"),
            new DefinitionProblem(List.of("transitions", "D"), "State 'D' cannot be reached"),
            new DefinitionProblem(List.of("terminal", "NEVER"), "State 'NEVER' cannot be reached"));
  }

  @Test
  void countsCommonRulesAndTimeoutsAsWays() {
    assertThat(
            machine("A")
                .when("*", "x", "B")
                .when("B", "y", "A")
                .timeout("B", SOON, "C")
                .when("C", "*", "END")
                .endingIn("END")
                .build()
                .warnings())
        .isEmpty();
  }

  @Test
  void doesNotAskAMachineWithoutTerminalStatesToEnd() {
    assertThat(machine("A").when("A", "x", "B").when("B", "x", "A").build().warnings()).isEmpty();
  }

  @Test
  void warnsOfTimeoutsThatNeverFire() {
    assertThat(
            machine("A")
                .when("A", "x", "END")
                .timeout("A", SOON, "END")
                .timeout("END", SOON, "A")
                .endingIn("END")
                .build()
                .warnings())
        .containsExactly(
            new DefinitionProblem(
                List.of("timeouts", "A"), "Timeout of 'A' never fires: it is the initial state"),
            new DefinitionProblem(
                List.of("timeouts", "END"),
                "Timeout of 'END' never fires: it is a terminal state"));
  }

  private static StateMachineBuilder machine(String initial) {
    return StateMachineDefinition.startingIn(initial);
  }

  private static List<DefinitionProblem> problems(StateMachineBuilder builder) {
    return Objects.requireNonNull(
            catchThrowableOfType(InvalidDefinitionException.class, builder::build))
        .problems();
  }
}
