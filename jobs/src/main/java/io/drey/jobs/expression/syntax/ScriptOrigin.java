package io.drey.jobs.expression.syntax;

/** The file that a script was read from. */
@FunctionalInterface
public interface ScriptOrigin {
  /** What messages call the place of a line and column of the text, both from 1. */
  String at(int line, int column);

  /** A text that stands for itself. */
  static ScriptOrigin text() {
    return (line, column) -> line + ":" + column;
  }
}
