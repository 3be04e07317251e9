// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import java.io.Serializable;

/**
 * A place in a script; line and column start at 1.
 *
 * @param where the place as messages show it, with the script's file if it has its own
 */
public record ScriptPlace(int line, int column, String where) implements Serializable {
  boolean isBehind(int otherLine, int otherColumn) {
    return line > otherLine || (line == otherLine && column > otherColumn);
  }
}
