package io.drey.jobs.expression.syntax;

/** An expression that cannot be parsed, or uses what is not there. */
public final class ExpressionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  public ExpressionException(String message, int line, int column) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /** The line within the expression's text, from 1. */
  public int line() {
    return line;
  }

  /** The column within that line, from 1. */
  public int column() {
    return column;
  }
}
