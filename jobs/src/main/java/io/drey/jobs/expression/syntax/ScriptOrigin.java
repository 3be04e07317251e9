// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.syntax;

/** The file that a script was read from. */
@FunctionalInterface
public interface ScriptOrigin {
  /** The position of a line and column of the text, both from 1, for messages. */
  String at(int line, int column);

  /** The origin of a text that was not read from a file. */
  static ScriptOrigin text() {
    return (line, column) -> line + ":" + column;
  }
}
