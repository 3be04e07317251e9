// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.function.Functions;
import io.drey.jobs.expression.function.NamedFunction;
import io.drey.jobs.expression.function.Regexes;
import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.syntax.FaithfulParser;
import io.drey.jobs.expression.syntax.Nesting;
import io.drey.jobs.expression.syntax.Statements;
import io.drey.jobs.expression.syntax.Syntax;
import io.drey.jobs.expression.syntax.SyntaxTree;
import io.drey.jobs.text.DurationText;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.jexl3.parser.ASTERNode;
import org.apache.commons.jexl3.parser.ASTForeachStatement;
import org.apache.commons.jexl3.parser.ASTFunctionNode;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTIdentifierAccess;
import org.apache.commons.jexl3.parser.ASTJexlLambda;
import org.apache.commons.jexl3.parser.ASTMethodNode;
import org.apache.commons.jexl3.parser.ASTNRNode;
import org.apache.commons.jexl3.parser.ASTNumberLiteral;
import org.apache.commons.jexl3.parser.ASTReference;
import org.apache.commons.jexl3.parser.ASTStringLiteral;
import org.apache.commons.jexl3.parser.ASTVar;
import org.apache.commons.jexl3.parser.JexlNode;
import org.jspecify.annotations.Nullable;

/** Checks a script statically, before it runs; syntax that is not listed is refused. */
public final class Checker {
  private final Syntax syntax;
  private final Names names;
  private final OwnFunctions own;

  public Checker(Syntax syntax, Names names, OwnFunctions own) {
    this.syntax = syntax;
    this.names = names;
    this.own = own;
  }

  private record Place(JexlNode node, int depth) {}

  /** Iterative, since a chain of operators is a tree as deep as the chain is long. */
  public void check(JexlNode root) throws ExpressionException {
    if (root.jjtGetNumChildren() == 0) {
      String rule = ": must not be empty but was ''";
      throw new ExpressionException("Invalid " + syntax.thing() + rule, 1, 1);
    }
    Deque<Place> open = new ArrayDeque<>();
    open.push(new Place(root, 0));
    while (!open.isEmpty()) {
      Place place = open.pop();
      if (place.depth > Nesting.DEEPEST) {
        throw Nesting.tooDeep(syntax.thing(), place.node.getLine(), place.node.getColumn());
      }
      checkNode(place.node);
      for (int i = place.node.jjtGetNumChildren() - 1; i >= 0; i--) {
        open.push(new Place(place.node.jjtGetChild(i), place.depth + 1));
      }
    }
  }

  private void checkNode(JexlNode node) throws ExpressionException {
    String name = node.getClass().getSimpleName().substring("AST".length());
    String refusal = syntax.refusal(name);
    refusal = refusal == null ? OwnFunctions.refusal(node) : refusal;
    refusal = refusal == null ? Statements.refusal(node) : refusal;
    if (refusal != null) {
      throw at(SyntaxTree.start(node), "Unsupported syntax: " + refusal);
    }
    if (Syntax.isAssignment(name) || node instanceof ASTForeachStatement) {
      checkAssigned(SyntaxTree.variable(node.jjtGetChild(0)));
      checkConstant(node.jjtGetChild(0));
    }
    if (node instanceof ASTNumberLiteral number && !FaithfulParser.isExact(number)) {
      throw at(node, "Unsupported number: " + number);
    }
    if (node instanceof ASTFunctionNode call) {
      checkFunction(call);
    } else if (node instanceof ASTMethodNode) {
      checkMethod(node);
    } else if (node instanceof ASTIdentifier variable) {
      checkVariable(variable);
    } else if (node instanceof ASTERNode || node instanceof ASTNRNode) {
      checkRegex(SyntaxTree.unwrap(node.jjtGetChild(1)));
    }
  }

  private void checkVariable(ASTIdentifier variable) throws ExpressionException {
    boolean isFunction =
        variable.jjtGetParent() instanceof ASTFunctionNode call && call.jjtGetChild(0) == variable;
    if (isFunction) {
      return;
    }
    String name = variable.getName();
    if (own.find(name) != null && !isNameOfFunction(variable)) {
      throw at(variable, "Unsupported syntax: '" + name + "' is a function and can only be called");
    }
    if (variable.isCaptured()) {
      throw at(variable, "Unknown variable: '" + name + "' (a function sees its parameters only)");
    }
    if (!isLocal(variable) && !names.variables().contains(name)) {
      throw at(variable, names.unknownVariable(name));
    }
    if (!isLocal(variable)) {
      Meta.check(variable);
    }
  }

  private static boolean isNameOfFunction(ASTIdentifier variable) {
    return variable instanceof ASTVar && variable.jjtGetParent() instanceof ASTJexlLambda;
  }

  /** Whether the variable is declared in the text, in an enclosing scope. */
  private static boolean isLocal(ASTIdentifier variable) {
    return variable.getSymbol() >= 0 && !variable.isShaded();
  }

  private void checkAssigned(@Nullable ASTIdentifier variable) throws ExpressionException {
    if (variable != null && !isLocal(variable) && names.variables().contains(variable.getName())) {
      throw at(variable, "Cannot assign '" + variable.getName() + "': only its fields can be set");
    }
  }

  private static void checkConstant(JexlNode assigned) throws ExpressionException {
    if (assigned instanceof ASTReference path
        && path.jjtGetChild(0) instanceof ASTIdentifier variable
        && !isLocal(variable)
        && ScriptVariables.CONSTANT.contains(variable.getName())) {
      throw at(variable, "Cannot change '" + variable.getName() + "': read only");
    }
  }

  private void checkFunction(ASTFunctionNode call) throws ExpressionException {
    ASTIdentifier function = (ASTIdentifier) call.jjtGetChild(0);
    if (function.getNamespace() != null) {
      throw at(function, "Unsupported syntax: namespace");
    }
    JexlNode arguments = call.jjtGetChild(1);
    OwnFunction defined = own.find(function.getName());
    if (defined != null) {
      checkArity(function, List.of(defined.signature()), arguments);
      return;
    }
    NamedFunction operation = names.function(function.getName());
    if (operation == null) {
      Set<String> known = new TreeSet<>(names.functions().keySet());
      known.addAll(own.names());
      throw at(function, Names.unknown("function", function.getName(), known));
    }
    checkArity(function, List.of(operation), arguments);
    Windows.check(call);
    if (operation.name().equals(Functions.MATCHES) || operation.name().equals(Functions.MATCH)) {
      checkRegex(SyntaxTree.unwrap(arguments.jjtGetChild(1)));
    } else if (operation.name().equals(Functions.DURATION)) {
      checkDuration(SyntaxTree.unwrap(arguments.jjtGetChild(0)));
    }
  }

  private void checkMethod(JexlNode call) throws ExpressionException {
    if (!(call.jjtGetChild(0) instanceof ASTIdentifierAccess method)
        || call.jjtGetNumChildren() != 2) {
      throw at(call, "Unsupported syntax: call of a value");
    }
    List<NamedFunction> operations = names.methods().named(method.getName());
    if (operations.isEmpty()) {
      throw at(call, Names.unknown("method", method.getName(), names.methods().names()));
    }
    JexlNode arguments = call.jjtGetChild(1);
    checkArity(call, operations, arguments);
    if (method.getName().equals(Functions.MATCHES) || method.getName().equals("split")) {
      checkRegex(SyntaxTree.unwrap(arguments.jjtGetChild(0)));
    }
  }

  private static void checkArity(JexlNode name, List<NamedFunction> operations, JexlNode arguments)
      throws ExpressionException {
    int count = arguments.jjtGetNumChildren();
    if (operations.stream().noneMatch(operation -> operation.takes(count))) {
      NamedFunction first = operations.get(0);
      throw at(
          name,
          "Invalid arguments of "
              + first.name()
              + ": must be "
              + first.arity()
              + " but was "
              + count);
    }
  }

  private static void checkRegex(JexlNode node) throws ExpressionException {
    if (node instanceof ASTStringLiteral regex) {
      String problem = Regexes.problem(regex.getLiteral());
      if (problem != null) {
        throw at(
            node,
            "Invalid regular expression: " + problem + " but was '" + regex.getLiteral() + "'");
      }
    }
  }

  private static void checkDuration(JexlNode node) throws ExpressionException {
    if (node instanceof ASTStringLiteral text) {
      try {
        Duration unused = DurationText.parse(text.getLiteral());
      } catch (IllegalArgumentException e) {
        throw at(node, String.valueOf(e.getMessage()));
      }
    }
  }

  private static ExpressionException at(JexlNode node, String message) {
    return new ExpressionException(message, node.getLine(), node.getColumn());
  }
}
