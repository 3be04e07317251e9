package io.drey.jobs.expression;

import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlInfo;

/** Puts JEXL's reports of bad syntax into the user's words. */
final class SyntaxError {
  /** A token that no expression can have, so that JEXL stops there if nothing is wrong before. */
  private static final String STOP = ";";

  private static final String CLOSING = ")]}";

  /** What a token ends with that wants something behind it. */
  private static final String OPENING = "([{.,:?=!<>+-*/%&|^~";

  private final JexlEngine engine;
  private final Syntax syntax;
  private final String text;

  SyntaxError(JexlEngine engine, Syntax syntax, String text) {
    this.engine = engine;
    this.syntax = syntax;
    this.text = text;
  }

  ExpressionException of(JexlException error) {
    JexlInfo info = error.getInfo();
    int line = info == null ? 1 : info.getLine();
    int column = info == null ? 1 : info.getColumn();
    return new ExpressionException(message(error), line, column);
  }

  private String message(JexlException error) {
    String token = error.getDetail();
    if (error instanceof JexlException.Feature) {
      return "Unsupported syntax: pragma";
    }
    if (error instanceof JexlException.Assignment) {
      return "Unsupported syntax: assignment (did you mean ==?)";
    }
    if (error instanceof JexlException.Tokenization) {
      boolean inString = token != null && (token.startsWith("'") || token.startsWith("\""));
      return "Cannot parse expression: " + (inString ? "string without end" : "invalid character");
    }
    if (syntax.isStatement(token)) {
      return "Unsupported syntax: '" + token + "' (statements are for scripts only)";
    }
    return "Cannot parse expression: "
        + (isEnd(token) ? "unexpected end after '" : "unexpected '")
        + token
        + "'";
  }

  /** Whether the text is right as far as it goes. */
  private boolean isEnd(String token) {
    if (!text.stripTrailing().endsWith(token) || CLOSING.contains(token)) {
      return false;
    }
    return OPENING.indexOf(token.charAt(token.length() - 1)) >= 0 || stopsBehind();
  }

  private boolean stopsBehind() {
    try {
      syntax.parse(engine, text + "\n" + STOP);
      return false;
    } catch (JexlException.Parsing e) {
      return STOP.equals(e.getDetail());
    } catch (JexlException e) {
      return false;
    }
  }
}
