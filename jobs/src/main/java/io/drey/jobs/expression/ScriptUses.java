// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import io.drey.jobs.expression.call.ScriptFunctions;
import io.drey.jobs.expression.call.ScriptVariables;
import io.drey.jobs.expression.call.Windows;
import io.drey.jobs.expression.syntax.SourcePositions;
import io.drey.jobs.expression.syntax.SyntaxTree;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.commons.jexl3.parser.ASTFunctionNode;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.JexlNode;
import org.jspecify.annotations.Nullable;

/**
 * What a script needs besides its key's entries.
 *
 * @param config whether it reads {@code config}
 * @param stop whether it may end the run
 * @param window how many of the key's last events it looks back at
 * @param meta where it first reads {@code meta}; null if it does not
 */
public record ScriptUses(boolean config, boolean stop, int window, @Nullable ScriptPlace meta)
    implements Serializable {
  static ScriptUses of(SyntaxTree script, SourcePositions places) {
    boolean config = false;
    boolean stop = false;
    int window = 0;
    ScriptPlace meta = null;
    Deque<JexlNode> open = new ArrayDeque<>();
    open.push(script.root());
    while (!open.isEmpty()) {
      JexlNode node = open.pop();
      if (node instanceof ASTIdentifier name && name.getSymbol() < 0) {
        boolean isCalled = node.jjtGetParent() instanceof ASTFunctionNode;
        config |= !isCalled && name.getName().equals(ScriptVariables.CONFIG);
        if (!isCalled && name.getName().equals(ScriptVariables.META)) {
          meta = first(meta, name, places);
        }
        stop |= isCalled && name.getName().equals(ScriptFunctions.STOP);
      }
      if (node instanceof ASTFunctionNode call) {
        window = Math.max(window, Windows.of(call));
      }
      for (int i = 0; i < node.jjtGetNumChildren(); i++) {
        open.push(node.jjtGetChild(i));
      }
    }
    return new ScriptUses(config, stop, window, meta);
  }

  private static ScriptPlace first(
      @Nullable ScriptPlace known, ASTIdentifier name, SourcePositions places) {
    int line = name.getLine();
    int column = name.getColumn();
    return known == null || known.isBehind(line, column)
        ? new ScriptPlace(line, column, places.at(line, column))
        : known;
  }
}
