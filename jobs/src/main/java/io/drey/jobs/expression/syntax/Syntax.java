// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.syntax;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.JexlScript;
import org.jspecify.annotations.Nullable;

/** The allowed part of JEXL's syntax, by the names of its nodes; everything else is refused. */
public enum Syntax {
  /** One expression without side effects. */
  EXPRESSION("expression", ";") {
    @Override
    public JexlScript parse(JexlEngine engine, String text) {
      return (JexlScript) engine.createExpression(START, text);
    }
  },

  /** Statements: variables, branches, loops, assignments. */
  SCRIPT("script", "catch") {
    @Override
    public JexlScript parse(JexlEngine engine, String text) {
      return engine.createScript(START, text);
    }
  };

  private static final JexlInfo START = new JexlInfo("", 1, 1);

  private static final Set<String> OF_EXPRESSIONS =
      words(
          "JexlScript Reference ReferenceExpression Identifier IdentifierAccess"
              + " IdentifierAccessSafe ArrayAccess Arguments FunctionNode MethodNode"
              + " NullLiteral TrueNode FalseNode NumberLiteral StringLiteral ArrayLiteral"
              + " MapLiteral MapEntry ExtendedLiteral AndNode OrNode NotNode EQNode NENode"
              + " EQSNode NESNode LTNode LENode GTNode GENode ERNode NRNode SWNode NSWNode"
              + " EWNode NEWNode AddNode SubNode MulNode DivNode ModNode UnaryMinusNode"
              + " UnaryPlusNode BitwiseAndNode BitwiseOrNode BitwiseXorNode BitwiseComplNode"
              + " TernaryNode NullpNode SizeFunction EmptyFunction");

  private static final Set<String> OF_STATEMENTS =
      words(
          "Block IfStatement ForeachStatement WhileStatement DoWhileStatement Break Continue"
              + " ReturnStatement Var DefineVars Assignment SetAddNode SetSubNode SetMultNode"
              + " SetDivNode SetModNode IncrementGetNode GetIncrementNode DecrementGetNode"
              + " GetDecrementNode JexlLambda");

  private static final Set<String> ASSIGNMENTS =
      words("Assignment IncrementGetNode GetIncrementNode DecrementGetNode GetDecrementNode");

  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          Map.entry("JexlLambda", "function definition"),
          Map.entry("ConstructorNode", "new"),
          Map.entry("RangeNode", "range"),
          Map.entry("SetLiteral", "set in braces (did you mean a list in brackets?)"),
          Map.entry("InstanceOf", "instanceof"),
          Map.entry("NotInstanceOf", "instanceof"),
          Map.entry("SwitchExpression", "switch"),
          Map.entry("SwitchStatement", "switch"),
          Map.entry("TryStatement", "try"),
          Map.entry("ThrowStatement", "throw"),
          Map.entry("AnnotatedStatement", "annotation"),
          Map.entry("NamespaceIdentifier", "namespace"),
          Map.entry("RegexLiteral", "regular expression literal (did you mean a string?)"));

  private static final Set<String> STATEMENTS =
      words(
          "for while do if else return var let const break continue throw try catch finally"
              + " import function ; }");

  private final String thing;
  private final String stop;

  /**
   * @param thing the name of such a text in messages
   * @param stop a token that cannot follow such a text, so that JEXL fails there if there is no
   *     error before
   */
  Syntax(String thing, String stop) {
    this.thing = thing;
    this.stop = stop;
  }

  private static Set<String> words(String text) {
    return Collections.unmodifiableSet(new HashSet<>(Set.of(text.split(" "))));
  }

  public String thing() {
    return thing;
  }

  String stop() {
    return stop;
  }

  public abstract JexlScript parse(JexlEngine engine, String text);

  /** What is refused about a node of that name; null if it is allowed. */
  public @Nullable String refusal(String node) {
    if (OF_EXPRESSIONS.contains(node) || (this == SCRIPT && OF_STATEMENTS.contains(node))) {
      return null;
    }
    if (node.equals("Assignment")) {
      return "assignment (did you mean ==?)";
    }
    String otherwise = isAssignment(node) ? "assignment" : node;
    return REFUSED.getOrDefault(node, node.startsWith("Shift") ? "shift" : otherwise);
  }

  /** Whether a node of that name sets its first child. */
  public static boolean isAssignment(String node) {
    return ASSIGNMENTS.contains(node) || (node.startsWith("Set") && node.endsWith("Node"));
  }

  /** Whether a word begins a statement, which only scripts may have. */
  boolean isStatement(String token) {
    return this == EXPRESSION && STATEMENTS.contains(token);
  }
}
