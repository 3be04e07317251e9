// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.syntax;

import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlInfo;

/** Turns JEXL's syntax errors into messages for users. */
public final class SyntaxError {
  /** JEXL's message for a variable that is already declared. */
  private static final String DECLARED = ": variable is already declared";

  private static final String CLOSING = ")]}";

  /** The last character of tokens that something has to follow. */
  private static final String OPENING = "([{.,:?=!<>+-*/%&|^~";

  private final JexlEngine engine;
  private final Syntax syntax;
  private final String text;

  public SyntaxError(JexlEngine engine, Syntax syntax, String text) {
    this.engine = engine;
    this.syntax = syntax;
    this.text = text;
  }

  /** Whether a variable or function is declared twice. */
  public static boolean isDuplicate(JexlException error) {
    return error.getDetail() != null && error.getDetail().endsWith(DECLARED);
  }

  public ExpressionException of(JexlException error) {
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
      return syntax == Syntax.SCRIPT
          ? "Cannot assign '" + token + "': it is neither a variable nor a field"
          : "Unsupported syntax: assignment (did you mean ==?)";
    }
    if (syntax.isStatement(token)) {
      return "Unsupported syntax: '" + token + "' (statements are for scripts only)";
    }
    if (isDuplicate(error)) {
      return "Duplicate variable: '" + token.substring(0, token.indexOf(':')) + "'";
    }
    return "Cannot parse " + syntax.thing() + ": " + reason(error, token);
  }

  private String reason(JexlException error, String token) {
    if (error instanceof JexlException.Tokenization) {
      boolean inString = token != null && (token.startsWith("'") || token.startsWith("\""));
      return inString ? "unterminated string" : "invalid character";
    }
    if (error instanceof JexlException.Ambiguous) {
      return "missing ';' or line break";
    }
    return (isEnd(token) ? "unexpected end after '" : "unexpected '") + token + "'";
  }

  /** Whether the text is correct but incomplete. */
  private boolean isEnd(String token) {
    if (!text.stripTrailing().endsWith(token) || CLOSING.contains(token)) {
      return false;
    }
    return OPENING.indexOf(token.charAt(token.length() - 1)) >= 0 || stopsBehind();
  }

  private boolean stopsBehind() {
    try {
      syntax.parse(engine, text + "\n" + syntax.stop());
      return false;
    } catch (JexlException.Parsing e) {
      return syntax.stop().equals(e.getDetail());
    } catch (JexlException e) {
      return false;
    }
  }
}
