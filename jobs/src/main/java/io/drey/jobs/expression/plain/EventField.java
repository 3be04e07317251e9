// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.plain;

import io.drey.jobs.expression.call.EventPath;
import io.drey.jobs.expression.call.EventVariables;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldName;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.jexl3.parser.ASTArrayAccess;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTIdentifierAccess;
import org.apache.commons.jexl3.parser.ASTReference;
import org.apache.commons.jexl3.parser.ASTStringLiteral;
import org.apache.commons.jexl3.parser.JexlNode;
import org.jspecify.annotations.Nullable;

/** A field that an expression names statically: {@code event.a.b}, {@code event['a-b']}. */
public final class EventField {
  private final FieldName[] names;

  /** The names, if they are a path with dots. */
  private final @Nullable FieldPath path;

  private EventField(List<FieldName> names) {
    this.names = names.toArray(FieldName[]::new);
    this.path = null;
  }

  private EventField(EventPath path) {
    this.names = path.path().segments().stream().map(FieldName::new).toArray(FieldName[]::new);
    this.path = path.path();
  }

  /** Its names, joined by dots. */
  public String text() {
    return Arrays.stream(names).map(FieldName::text).collect(Collectors.joining("."));
  }

  /** A view of the value; null if it is absent. */
  public @Nullable JsonValue of(Event event) {
    return path == null ? event.value(names) : event.value(path);
  }

  /** The field that a node of an expression reads; null if it is no field. */
  public static @Nullable EventField of(JexlNode node) {
    return of(node, true);
  }

  /** The same, or the field whose value a node uses further: {@code event.a} of a method call. */
  public static @Nullable EventField usedBy(JexlNode node) {
    EventField field = of(node, false);
    return field == null || field.names.length == 0 ? null : field;
  }

  private static @Nullable EventField of(JexlNode node, boolean whole) {
    if (!(node instanceof ASTReference)
        || !(node.jjtGetChild(0) instanceof ASTIdentifier variable)
        || !variable.getName().equals(EventVariables.EVENT)) {
      return null;
    }
    EventPath path = EventPath.of(node);
    if (path != null) {
      // What stands behind a path belongs to whichever value it reads.
      boolean isAll = path.end() == node.jjtGetNumChildren();
      return isAll || !whole ? new EventField(path) : null;
    }
    List<FieldName> names = new ArrayList<>();
    for (int i = 1; i < node.jjtGetNumChildren(); i++) {
      if (!addNames(node.jjtGetChild(i), names)) {
        return whole ? null : new EventField(names);
      }
    }
    return new EventField(names);
  }

  private static boolean addNames(JexlNode access, List<FieldName> names) {
    // A name of digits may be an index into a list.
    if (access instanceof ASTIdentifierAccess member && member.getIdentifier() instanceof String) {
      names.add(new FieldName(member.getName()));
      return true;
    }
    if (!(access instanceof ASTArrayAccess)) {
      return false;
    }
    for (int i = 0; i < access.jjtGetNumChildren(); i++) {
      if (!(access.jjtGetChild(i) instanceof ASTStringLiteral name)) {
        return false;
      }
      names.add(new FieldName(name.getLiteral()));
    }
    return true;
  }
}
