// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.syntax.Nesting;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.commons.jexl3.parser.ASTFunctionNode;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTJexlLambda;
import org.apache.commons.jexl3.parser.ASTVar;
import org.apache.commons.jexl3.parser.JexlNode;
import org.jspecify.annotations.Nullable;

/** The functions that a script defines at its top, by name; none calls itself. */
public final class OwnFunctions {
  private final Map<String, OwnFunction> byName = new HashMap<>();

  /** The levels of syntax of a function with those that it calls. */
  private final Map<String, Integer> levels = new HashMap<>();

  private final Set<String> open = new HashSet<>();

  private OwnFunctions() {}

  /** Finds and checks the functions of a script. */
  public static OwnFunctions of(JexlNode root, Names names) throws ExpressionException {
    OwnFunctions functions = new OwnFunctions();
    if (root instanceof ASTJexlLambda) {
      return functions;
    }
    for (int i = 0; i < root.jjtGetNumChildren(); i++) {
      if (isDefinition(root.jjtGetChild(i))) {
        functions.add(new OwnFunction((ASTJexlLambda) root.jjtGetChild(i)), names);
      }
    }
    return functions;
  }

  private static boolean isDefinition(JexlNode node) {
    return node instanceof ASTJexlLambda && node.jjtGetChild(0) instanceof ASTVar;
  }

  private void add(OwnFunction function, Names names) throws ExpressionException {
    String name = function.name();
    if (names.function(name) != null || names.variables().contains(name)) {
      throw at(
          function.definition().jjtGetChild(0),
          "Invalid name of a function: '" + name + "' is taken (choose another one)");
    }
    byName.put(name, function);
  }

  /** The function of that name, or null. */
  @Nullable OwnFunction find(String name) {
    return byName.get(name);
  }

  Set<String> names() {
    return byName.keySet();
  }

  /** Why a function stands where it cannot; null if it can, or is none. */
  static @Nullable String refusal(JexlNode node) {
    if (!(node instanceof ASTJexlLambda)) {
      return null;
    }
    boolean isAtTop = node.jjtGetParent() != null && node.jjtGetParent().jjtGetParent() == null;
    return isAtTop && isDefinition(node)
        ? null
        : "function as a value (did you mean function name(…) {…} at the top of the script?)";
  }

  /** Resolves the calls of a checked script, for {@link OwnFunction#at}. */
  public void mark(JexlNode root) throws ExpressionException {
    if (!byName.isEmpty()) {
      int unused = levels(root, root, 0);
    }
  }

  /**
   * The levels of syntax of a node, with the functions that it calls.
   *
   * @param call the call around it, for messages
   */
  private int levels(JexlNode node, JexlNode call, int above) throws ExpressionException {
    if (above >= Nesting.DEEPEST) {
      throw tooDeep(call);
    }
    OwnFunction function = node instanceof ASTFunctionNode ? called(node) : null;
    int deepest = 0;
    if (function != null) {
      node.jjtSetValue(function);
      deepest = levels(function, node, above + 1);
    }
    for (int i = 0; i < node.jjtGetNumChildren(); i++) {
      deepest = Math.max(deepest, levels(node.jjtGetChild(i), call, above + 1));
    }
    return deepest + 1;
  }

  private @Nullable OwnFunction called(JexlNode call) {
    return byName.get(((ASTIdentifier) call.jjtGetChild(0)).getName());
  }

  private int levels(OwnFunction function, JexlNode call, int above) throws ExpressionException {
    Integer known = levels.get(function.name());
    if (known != null) {
      if (above + known > Nesting.DEEPEST) {
        throw tooDeep(call);
      }
      return known;
    }
    if (!open.add(function.name())) {
      throw at(
          call.jjtGetChild(0),
          "Unsupported syntax: recursion of function '" + function.name() + "'");
    }
    int found = levels(function.body(), call, above);
    open.remove(function.name());
    levels.put(function.name(), found);
    return found;
  }

  private static ExpressionException tooDeep(JexlNode call) {
    return at(
        call.jjtGetChild(0),
        "Invalid function call: functions must not call each other deeper than "
            + Nesting.DEEPEST
            + " levels of syntax");
  }

  private static ExpressionException at(JexlNode node, String message) {
    return new ExpressionException(message, node.getLine(), node.getColumn());
  }
}
