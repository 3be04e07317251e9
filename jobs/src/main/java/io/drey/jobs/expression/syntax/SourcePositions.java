// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.syntax;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import org.apache.commons.jexl3.parser.JexlNode;

/** The positions of the nodes of a script in the file that it was read from. */
public final class SourcePositions implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<Long, String> places = new HashMap<>();
  private final String start;

  public SourcePositions(SyntaxTree script, ScriptOrigin origin) {
    start = origin.at(1, 1);
    Deque<JexlNode> open = new ArrayDeque<>();
    open.push(script.root());
    while (!open.isEmpty()) {
      JexlNode node = open.pop();
      places.computeIfAbsent(
          index(node.getLine(), node.getColumn()),
          unused -> origin.at(node.getLine(), node.getColumn()));
      for (int i = 0; i < node.jjtGetNumChildren(); i++) {
        open.push(node.jjtGetChild(i));
      }
    }
  }

  /** The position of a line and column of the text. */
  public String at(int line, int column) {
    return places.getOrDefault(index(line, column), start);
  }

  public String start() {
    return start;
  }

  private static long index(int line, int column) {
    return ((long) line << Integer.SIZE) | column;
  }
}
