// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.expression.EventScript;
import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.syntax.ScriptOrigin;
import io.drey.operators.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptSessionTest {
  private final PromptSession session =
      new PromptSession(
          List.of(
              Event.of("{\"user\":{\"name\":\"ann\"},\"n\":1.50}"),
              Event.of("{\"user\":null,\"log-level\":1}")),
          null);

  PromptSessionTest() {
    assertThat(session.begin())
        .containsExactly(
            ":help shows what can be typed, Ctrl-D ends",
            "event 1: {\"user\":{\"name\":\"ann\"},\"n\":1.50}");
  }

  @Test
  void evaluatesOnTheEvent() {
    assertThat(session.answer("event.n")).containsExactly("1.50");
    assertThat(session.answer("event.user\n.name + 1")).containsExactly("\"ann1\"");
    assertThat(session.answer("  ")).isEmpty();
  }

  @Test
  void goesOnToTheNextEvent() {
    assertThat(session.answer(":next")).containsExactly("event 2: {\"user\":null,\"log-level\":1}");
    assertThat(session.answer("event.user")).containsExactly("null");
    assertThat(session.answer(":next")).containsExactly("no more events (:event {...} sets one)");
    assertThat(session.answer(":event")).containsExactly("{\"user\":null,\"log-level\":1}");
  }

  @Test
  void setsTheEvent() {
    assertThat(session.answer(":event {\"k\": 7}")).isEmpty();
    assertThat(session.answer("event.k")).containsExactly("7");
    assertThat(session.answer(":event {\"k\":"))
        .containsExactly("Invalid event: Expected a value at byte 5");
    assertThat(session.answer("event.k")).containsExactly("7");
  }

  @Test
  void saysWhatTheEventLacks() {
    assertThat(session.answer("event.usr.name"))
        .containsExactly(
            "null",
            "  the event has no field 'usr.name' (did you mean 'user.name'? found: user, n)");
    assertThat(session.answer("event.usr ?? 1")).containsExactly("1");
  }

  @Test
  void showsTheMistakeAtItsPlace() {
    List<String> answer = session.answer("event.n + uppr(event.n)");

    assertThat(answer.subList(0, 2)).containsExactly("  event.n + uppr(event.n)", "            ^");
    assertThat(answer.get(2)).startsWith("Unknown function: 'uppr' (did you mean upper?");
  }

  @Test
  void showsNoControlCharacters() {
    session.answer(":event {\"k\":\"\u009b2J\"}");

    assertThat(session.answer("event.k")).containsExactly("\"\ufffd2J\"");
  }

  @Test
  void endsWhenToldTo() {
    assertThat(session.answer(":quti"))
        .containsExactly(
            "Unknown command ':quti' (did you mean ':quit'? known: :event, :help, :next, :quit,"
                + " :state)");
    assertThat(session.isOver()).isFalse();
    session.answer(":quit");

    assertThat(session.isOver()).isTrue();
  }

  @Test
  void runsAScriptOnEachEvent() throws ExpressionException {
    EventScript script =
        EventScript.parse(
            "state.sum = (state.sum ?? 0) + event.n; emit(state); drop()", ScriptOrigin.text());
    PromptSession scripted =
        new PromptSession(List.of(Event.of("{\"n\":1}")), new ScriptRun(script));

    assertThat(scripted.begin()).endsWith("event 1: {\"n\":1}", "emits {\"sum\":1}");
    assertThat(scripted.answer("{\"n\":4}")).containsExactly("emits {\"sum\":5}");
    assertThat(scripted.answer(":state")).containsExactly("{\"sum\":5}");
  }

  @Test
  void completesFieldsOfAllEventsFunctionsMethodsAndCommands() {
    assertThat(session.completions("event."))
        .contains("event.user", "event.n", "event.size(")
        .doesNotContain("event.log-level", "event.name");
    assertThat(session.completions("event.user.")).contains("event.user.name");
    session.answer(":event {\"added\":{}}");
    assertThat(session.completions("event.a")).contains("event.added");
    assertThat(session.completions("ev")).contains("event", "upper(").doesNotContain(":help");
    assertThat(session.completions(":")).containsExactlyElementsOf(PromptSession.COMMANDS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '$',
      textBlock =
          """
          upper(event.us # event.us
          1+ev # ev
          event.a['x'].b # .b
          :ne # :ne
          $a $ # $$
          """)
  void findsTheWordToComplete(String typed, String word) {
    assertThat(typed.substring(session.wordStart(typed))).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '$',
      textBlock =
          """
          max([1, # [
          max([1, 2] # (
          max([1, 2]) # $$
          ')' + ( # (
          'a # '
          'it\\'s # '
          \"('\" # $$
          :event {"a": # {
          )( # (
          """)
  void findsWhatIsOpen(String typed, String open) {
    assertThat(session.open(typed)).isEqualTo(open);
  }
}
