// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.eval;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.cli.prompt.Conversation;
import io.drey.jobs.cli.summary.FirstEvent;
import io.drey.jobs.expression.Expression;
import io.drey.jobs.expression.FieldUse;
import io.drey.jobs.expression.FieldUses;
import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.value.ExpressionFailedException;
import io.drey.jobs.text.TextFit;
import io.drey.jobs.yaml.Unknown;
import io.drey.operators.event.Event;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers what is typed at the prompt: expressions on an event, and commands. */
final class PromptSession implements Conversation {
  /** All commands. */
  static final List<String> COMMANDS = List.of(":event", ":help", ":next", ":quit", ":state");

  private static final List<String> HELP =
      List.of(
          "EXPR          evaluates an expression on the event, like event.status >= 400",
          ":event {...}  sets the event, and :event shows it",
          ":next         goes on to the next event of the input",
          ":state        shows the state of the script, which {...} alone runs on an event",
          ":help         shows this",
          ":quit         ends, as Ctrl-D does");

  private final List<Event> input;
  private final @Nullable ScriptRun script;
  private final Set<Event> seen = new LinkedHashSet<>();
  private Event event = Event.of("{}");
  private int read;
  private boolean isOver;

  /**
   * Begins with the first event, if there is any.
   *
   * @param script what runs on each event; null for nothing
   */
  PromptSession(List<Event> input, @Nullable ScriptRun script) {
    this.input = input;
    this.script = script;
    seen.addAll(input);
  }

  @Override
  public String name() {
    return EvalPipeline.ID;
  }

  @Override
  public boolean isOver() {
    return isOver;
  }

  @Override
  public String open(String typed) {
    return OpenBrackets.last(typed);
  }

  @Override
  public int wordStart(String typed) {
    return Completions.wordStart(typed);
  }

  /** Fields are those of the events of the input, and of those that were set. */
  @Override
  public Set<String> completions(String word) {
    return Completions.of(word, seen);
  }

  @Override
  public List<String> begin() {
    List<String> lines = new ArrayList<>();
    lines.add(":help shows what can be typed, Ctrl-D ends");
    if (!input.isEmpty()) {
      lines.addAll(next());
    }
    return lines;
  }

  @Override
  public List<String> answer(String typed) {
    String text = typed.strip();
    if (text.isEmpty()) {
      return List.of();
    }
    if (script != null && text.startsWith("{")) {
      return set(text);
    }
    if (text.startsWith(":")) {
      int end = text.indexOf(' ');
      String command = end < 0 ? text : text.substring(0, end);
      return command(command, text.substring(command.length()).strip());
    }
    return evaluate(typed);
  }

  private List<String> command(String command, String argument) {
    return switch (command) {
      case ":event" -> argument.isEmpty() ? List.of(shown(event)) : set(argument);
      case ":next" -> next();
      case ":state" -> List.of(script == null ? "no script (--script)" : script.shownState());
      case ":help" -> HELP;
      case ":quit", ":q", ":exit" -> {
        isOver = true;
        yield List.of();
      }
      default -> List.of(Unknown.message("command", command, COMMANDS));
    };
  }

  private List<String> set(String json) {
    try {
      return goTo(Event.of(json));
    } catch (IllegalArgumentException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private List<String> next() {
    if (read == input.size()) {
      return List.of("no more events (:event {...} sets one)");
    }
    Event found = input.get(read++);
    List<String> lines = new ArrayList<>(List.of("event " + read + ": " + shown(found)));
    lines.addAll(goTo(found));
    return lines;
  }

  private List<String> goTo(Event next) {
    event = next;
    seen.add(next);
    return script == null ? List.of() : script.run(next);
  }

  private List<String> evaluate(String text) {
    try {
      Expression expression = Expression.parse(text);
      byte[] result = expression.json(event);
      String shown = TextFit.printable(new String(result, UTF_8));
      String why = expression.evaluate(event) == null ? missing(expression) : null;
      return why == null ? List.of(shown) : List.of(shown, "  " + why);
    } catch (ExpressionException e) {
      List<String> lines = new ArrayList<>(Mistakes.shown(text, e));
      lines.add(Mistakes.message(text, e));
      return lines;
    } catch (ExpressionFailedException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  /** Which field the event lacks; null if it has all. */
  private @Nullable String missing(Expression expression) {
    for (FieldUse use : FieldUses.of(expression)) {
      if (use.in(event) == null && !use.isOptional()) {
        return "the event has " + new FirstEvent(event).lack(use.name());
      }
    }
    return null;
  }

  private static String shown(Event event) {
    return TextFit.printable(event.toString());
  }
}
