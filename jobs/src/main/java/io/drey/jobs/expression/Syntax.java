package io.drey.jobs.expression;

import java.util.Map;
import java.util.Set;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.JexlScript;
import org.jspecify.annotations.Nullable;

/** The pieces of JEXL's syntax that may be used, by the names of its nodes; all else is refused. */
enum Syntax {
  /** One expression without side effects. */
  EXPRESSION;

  private static final Set<String> PIECES =
      Set.of(
          ("JexlScript Reference ReferenceExpression Identifier IdentifierAccess"
                  + " IdentifierAccessSafe ArrayAccess Arguments FunctionNode MethodNode"
                  + " NullLiteral TrueNode FalseNode NumberLiteral StringLiteral ArrayLiteral"
                  + " MapLiteral MapEntry ExtendedLiteral AndNode OrNode NotNode EQNode NENode"
                  + " EQSNode NESNode LTNode LENode GTNode GENode ERNode NRNode SWNode NSWNode"
                  + " EWNode NEWNode AddNode SubNode MulNode DivNode ModNode UnaryMinusNode"
                  + " UnaryPlusNode BitwiseAndNode BitwiseOrNode BitwiseXorNode BitwiseComplNode"
                  + " TernaryNode NullpNode SizeFunction EmptyFunction")
              .split(" "));

  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          Map.entry("Assignment", "assignment (did you mean ==?)"),
          Map.entry("IncrementGetNode", "assignment"),
          Map.entry("GetIncrementNode", "assignment"),
          Map.entry("DecrementGetNode", "assignment"),
          Map.entry("GetDecrementNode", "assignment"),
          Map.entry("JexlLambda", "function definition"),
          Map.entry("ConstructorNode", "new"),
          Map.entry("RangeNode", "range"),
          Map.entry("SetLiteral", "set in braces (did you mean a list in brackets?)"),
          Map.entry("InstanceOf", "instanceof"),
          Map.entry("NotInstanceOf", "instanceof"),
          Map.entry("SwitchExpression", "switch"),
          Map.entry("NamespaceIdentifier", "namespace"),
          Map.entry("RegexLiteral", "regular expression literal (did you mean a string?)"));

  private static final Set<String> STATEMENTS =
      Set.of(
          ("for while do if else return var let const break continue throw try catch finally"
                  + " import function ; }")
              .split(" "));

  JexlScript parse(JexlEngine engine, String text) {
    return (JexlScript) engine.createExpression(new JexlInfo("", 1, 1), text);
  }

  /** What is not allowed of a node of that name, or null if it is. */
  @Nullable String refusal(String node) {
    if (PIECES.contains(node)) {
      return null;
    }
    String otherwise = node.startsWith("Set") ? "assignment" : node;
    return REFUSED.getOrDefault(node, node.startsWith("Shift") ? "shift" : otherwise);
  }

  /** Whether a word begins what only a script may have. */
  boolean isStatement(String token) {
    return STATEMENTS.contains(token);
  }
}
