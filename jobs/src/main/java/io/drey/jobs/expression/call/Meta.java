// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.operators.event.Event;
import io.drey.operators.event.Origin;
import io.drey.operators.event.time.InstantText;
import java.util.Set;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTIdentifierAccess;
import org.apache.commons.jexl3.parser.ASTReference;
import org.jspecify.annotations.Nullable;

/** What a script reads as {@code meta}. */
final class Meta {
  private static final String SOURCE = "source";
  private static final String POSITION = "position";
  private static final String TIME = "time";

  private static final Set<String> FIELDS = Set.of(SOURCE, POSITION, TIME);

  private Meta() {}

  /** Refuses a field that is always absent. */
  static void check(ASTIdentifier variable) throws ExpressionException {
    if (variable.getName().equals(ScriptVariables.META)
        && variable.jjtGetParent() instanceof ASTReference path
        && path.jjtGetChild(0) == variable
        && path.jjtGetNumChildren() > 1
        && path.jjtGetChild(1) instanceof ASTIdentifierAccess field
        && !FIELDS.contains(field.getName())) {
      throw new ExpressionException(
          Names.unknown("field of meta", field.getName(), FIELDS),
          variable.getLine(),
          variable.getColumn());
    }
  }

  /**
   * The fields of an event; those that are not known are absent.
   *
   * @param timestamp of the event, in ms
   */
  static Event of(Event event, @Nullable Long timestamp) {
    Event meta = Event.of("{}");
    Origin origin = event.origin();
    if (origin != null) {
      meta = meta.with(SOURCE, origin.source()).with(POSITION, origin.position());
    }
    return timestamp == null ? meta : meta.with(TIME, InstantText.ofMillis(timestamp));
  }
}
