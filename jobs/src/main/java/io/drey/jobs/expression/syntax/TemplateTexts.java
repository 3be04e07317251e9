// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.commons.jexl3.parser.JexlNode;
import org.apache.commons.jexl3.parser.Token;

/**
 * A text whose template texts in backticks are calls of {@value #FUNCTION}: JEXL would parse them
 * only when they are evaluated. Everything stays on its line.
 */
public final class TemplateTexts {
  /** The function that joins the parts of a template; its name cannot be written. */
  public static final String FUNCTION = "$template";

  private final StringBuilder plain = new StringBuilder();
  private final SourceMap places = new SourceMap();
  private final String text;

  /** Where the next character comes from. */
  private int at;

  /** The line breaks inside the current template that are still to be written. */
  private int lineBreaks;

  private TemplateTexts(String text) {
    this.text = text;
  }

  /** Replaces the templates of a text. */
  public static TemplateTexts of(String text) throws ExpressionException {
    TemplateTexts templates = new TemplateTexts(text);
    if (text.indexOf('`') < 0 && !text.contains(FUNCTION)) {
      templates.plain.append(text);
    } else {
      templates.copyTo(text.length());
    }
    return templates;
  }

  /** The text without templates. */
  public String plain() {
    return plain.toString();
  }

  /** The same failure at its place in the original text. */
  public ExpressionException placed(ExpressionException failure) {
    if (places.isEmpty()) {
      return failure;
    }
    int column = places.column(failure.line(), failure.column());
    return new ExpressionException(String.valueOf(failure.getMessage()), failure.line(), column);
  }

  /** Gives the nodes of the tree their places in the original text. */
  public void place(JexlNode root) {
    if (places.isEmpty()) {
      return;
    }
    Deque<JexlNode> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      JexlNode node = open.pop();
      Token token = new Token();
      token.beginLine = node.getLine();
      token.beginColumn = places.column(node.getLine(), node.getColumn());
      node.jjtSetFirstToken(token);
      for (int i = 0; i < node.jjtGetNumChildren(); i++) {
        open.push(node.jjtGetChild(i));
      }
    }
  }

  private void copyTo(int end) throws ExpressionException {
    while (at < end) {
      if (text.charAt(at) == '`') {
        template();
      } else {
        checkNoCall();
        int next = Math.min(Nesting.next(text, at), end);
        plain.append(text, at, next);
        at = next;
      }
    }
  }

  private void checkNoCall() throws ExpressionException {
    if (text.startsWith(FUNCTION, at)) {
      throw Nesting.at(text, at, "Unsupported syntax: '" + FUNCTION + "'");
    }
  }

  private void template() throws ExpressionException {
    int start = at++;
    if (isBehindDot()) {
      throw Nesting.at(text, start, "Unsupported syntax: name in backticks");
    }
    mark(start, false);
    plain.append(FUNCTION).append("('");
    while (at < text.length() && text.charAt(at) != '`') {
      if (text.startsWith("${", at)) {
        expression();
      } else {
        character();
      }
    }
    if (at >= text.length()) {
      throw Nesting.at(text, start, "Cannot parse template text: unterminated");
    }
    at++;
    plain.append('\'');
    breakLines();
    plain.append(')');
    mark(at, true);
  }

  private boolean isBehindDot() {
    int last = plain.length() - 1;
    while (last >= 0 && Character.isWhitespace(plain.charAt(last))) {
      last--;
    }
    return last >= 0 && plain.charAt(last) == '.';
  }

  private void expression() throws ExpressionException {
    int start = at;
    plain.append('\'');
    breakLines();
    plain.append(",(");
    at += 2;
    mark(at, true);
    int end = TemplateExpressions.end(text, at);
    if (end < 0) {
      throw Nesting.at(text, start, "Cannot parse template text: '${' without '}'");
    }
    if (text.substring(at, end).isBlank()) {
      throw Nesting.at(text, start, "Cannot parse template text: nothing in '${}'");
    }
    plain.append(text, at, end);
    at = end + 1;
    mark(at, false);
    plain.append("),'");
  }

  /** A character of the text outside of expressions, as part of a string. */
  private void character() {
    char c = text.charAt(at);
    boolean isEscape = c == '\\' && at + 1 < text.length();
    char escaped = isEscape ? text.charAt(at + 1) : c;
    at += isEscape ? 2 : 1;
    if (escaped == '\n') {
      plain.append("\\n");
      lineBreaks++;
    } else if (escaped == '\u2028' || escaped == '\u2029') {
      plain.append(escaped == '\u2028' ? "\\u2028" : "\\u2029");
    } else if (isEscape && (escaped == '`' || escaped == '$')) {
      plain.append(escaped);
    } else {
      plain.append(isEscape || c == '\'' ? "\\" : "").append(escaped);
    }
  }

  private void breakLines() {
    plain.append("\n".repeat(lineBreaks));
    lineBreaks = 0;
  }

  private void mark(int original, boolean isCopied) {
    places.add(plain, text, original, isCopied);
  }
}
