// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.value.ExpressionFailedException;
import io.drey.operators.event.Event;
import java.io.Serializable;

/** A template text without the backticks around it: {@code ${event.user} paid ${event.total}}. */
public final class Template implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final String UNCLOSED = "Cannot parse template text: '${' without '}'";

  private final String text;
  private final Expression expression;

  private Template(String text, Expression expression) {
    this.text = text;
    this.expression = expression;
  }

  /**
   * Parses a template.
   *
   * @throws ExpressionException if an expression in it is wrong; at its place in the template
   */
  public static Template parse(String text) throws ExpressionException {
    try {
      return new Template(text, Expression.parse('`' + escaped(text) + '`'));
    } catch (ExpressionException e) {
      int column = column(text, e.line(), e.column());
      String message = isAtEnd(text, e.line(), column) ? UNCLOSED : String.valueOf(e.getMessage());
      throw new ExpressionException(message, e.line(), column);
    }
  }

  /** Escapes the backticks that would end the template. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        escaped.append(c);
        i++;
      } else if (c == '`') {
        escaped.append('\\');
      }
      escaped.append(text.charAt(i));
    }
    return escaped.toString();
  }

  /** Whether an expression goes on where the template ends, at the backtick that is not written. */
  private static boolean isAtEnd(String text, int line, int column) {
    return line == text.lines().count() && column > text.length() - (text.lastIndexOf('\n') + 1);
  }

  /** The column in the text itself of one behind the first backtick, and behind escapes. */
  private static int column(String text, int line, int column) {
    String written = text.lines().skip(line - 1L).findFirst().orElse("");
    int behind = line == 1 ? column - 2 : column - 1;
    int own = 0;
    while (own < written.length() && escaped(written.substring(0, own)).length() < behind) {
      own++;
    }
    return own + 1;
  }

  /** The text for an event; if it exceeds a limit, what the error says, in brackets. */
  public String textOf(Event event) {
    try {
      return String.valueOf(expression.textOf(event));
    } catch (ExpressionFailedException e) {
      return "[" + e.getMessage() + "]";
    }
  }

  /** The template as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
