// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.value.JsonObject;
import io.drey.jobs.expression.value.ScriptMap;
import io.drey.operators.event.FieldName;
import io.drey.operators.event.FieldPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTIdentifierAccess;
import org.apache.commons.jexl3.parser.ASTReference;
import org.apache.commons.jexl3.parser.JexlNode;
import org.jspecify.annotations.Nullable;

/**
 * A path of names into the event, {@code event.a.b}: like every path with dots it is the name of a
 * field where it leads to none.
 */
public final class EventPath {
  private final FieldPath path;
  private final FieldName[] names;
  private final FieldName literal;

  private EventPath(FieldPath path) {
    this.path = path;
    this.names = path.segments().stream().map(FieldName::new).toArray(FieldName[]::new);
    this.literal = new FieldName(path.text());
  }

  /** Finds the paths of an expression, for {@link #at}. */
  public static void mark(JexlNode root) {
    Deque<JexlNode> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      JexlNode node = open.pop();
      EventPath path = of(node);
      if (path != null) {
        node.jjtSetValue(path);
      }
      for (int i = 0; i < node.jjtGetNumChildren(); i++) {
        open.push(node.jjtGetChild(i));
      }
    }
  }

  /** The path that a marked node begins with, or null. */
  static @Nullable EventPath at(JexlNode node) {
    return node.jjtGetValue() instanceof EventPath path ? path : null;
  }

  /** The path of several names that a node begins with, or null. */
  public static @Nullable EventPath of(JexlNode node) {
    if (!(node instanceof ASTReference)
        || !(node.jjtGetChild(0) instanceof ASTIdentifier variable)
        || !variable.getName().equals(EventVariables.EVENT)
        || variable.getSymbol() >= 0) {
      return null;
    }
    List<String> names = new ArrayList<>();
    while (names.size() + 1 < node.jjtGetNumChildren()
        && node.jjtGetChild(names.size() + 1) instanceof ASTIdentifierAccess access
        // A name of digits may be an index into a list.
        && access.getIdentifier() instanceof String name
        && !name.isEmpty()
        && name.indexOf('.') < 0) {
      names.add(name);
    }
    return names.size() < 2 ? null : new EventPath(FieldPath.of(String.join(".", names)));
  }

  public FieldPath path() {
    return path;
  }

  /** The index of the first child of the node behind the path. */
  public int end() {
    return names.length + 1;
  }

  /** The value in an event for expressions; an absent one is null. */
  @Nullable Object read(@Nullable Object event) {
    if (event instanceof JsonObject object) {
      return object.field(path);
    }
    return event instanceof ScriptMap object ? read(object) : null;
  }

  /** The nested value as the script may have changed it. */
  private @Nullable Object read(ScriptMap event) {
    Object value = event;
    for (int i = 0; i < names.length; i++) {
      Object next = value instanceof ScriptMap object ? object.field(names[i]) : null;
      if (next == null) {
        boolean isNull =
            i == names.length - 1
                && value instanceof ScriptMap object
                && object.containsKey(names[i].text());
        return isNull ? null : event.field(literal);
      }
      value = next;
    }
    return value;
  }
}
