// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.function.NamedFunction;
import org.apache.commons.jexl3.internal.Frame;
import org.apache.commons.jexl3.parser.ASTJexlLambda;
import org.apache.commons.jexl3.parser.ASTVar;
import org.apache.commons.jexl3.parser.JexlNode;
import org.jspecify.annotations.Nullable;

/** A function that a script defines. */
record OwnFunction(ASTJexlLambda definition) {
  /** The function that a marked call calls, or null. */
  static @Nullable OwnFunction at(JexlNode call) {
    return call.jjtGetValue() instanceof OwnFunction function ? function : null;
  }

  String name() {
    return ((ASTVar) definition.jjtGetChild(0)).getName();
  }

  /** Its name and number of parameters, without an implementation. */
  NamedFunction signature() {
    return NamedFunction.of(name(), definition.getArgCount(), (none, args) -> null);
  }

  JexlNode body() {
    return definition.jjtGetChild(definition.jjtGetNumChildren() - 1);
  }

  /** The variables of one call. */
  @Nullable Frame frame(@Nullable Object[] arguments) {
    return definition.createFrame((Frame) null, arguments);
  }
}
