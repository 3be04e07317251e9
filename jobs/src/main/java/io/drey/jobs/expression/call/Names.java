// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.function.ListFunctions;
import io.drey.jobs.expression.function.Methods;
import io.drey.jobs.expression.function.NamedFunction;
import io.drey.jobs.expression.syntax.TemplateTexts;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** The known variables, functions and methods, and the message for an unknown one. */
public record Names(Set<String> variables, Map<String, NamedFunction> functions, Methods methods) {
  /** A name that differs in more letters is not a misspelling. */
  private static final int CLOSE = 2;

  private static final NamedFunction TEMPLATE =
      new NamedFunction(
          TemplateTexts.FUNCTION, 0, Integer.MAX_VALUE, (none, args) -> ListFunctions.text(args));

  /** The function of that name, or null. */
  @Nullable NamedFunction function(String name) {
    return name.equals(TemplateTexts.FUNCTION) ? TEMPLATE : functions.get(name);
  }

  String unknownVariable(String name) {
    if (isOfEventScripts(name)) {
      return "Unknown variable: '" + name + "' (only the event script of a script step has it)";
    }
    if (!variables.contains(EventVariables.EVENT) && !variables.equals(ScriptVariables.OF_KEYS)) {
      return unknown("variable", name, variables);
    }
    String near = nearest(name, variables);
    if (!near.isEmpty()) {
      return "Unknown variable: '" + name + "' (did you mean " + near + "?)";
    }
    return "Unknown variable: '" + name + "' (did you mean " + homes(name) + "?)";
  }

  private boolean isOfEventScripts(String name) {
    return name.equals(ScriptVariables.META)
        || (name.equals(EventVariables.EVENT) && variables.equals(ScriptVariables.OF_KEYS));
  }

  /** Where a value of that name could be. */
  private String homes(String name) {
    if (!variables.contains(ScriptVariables.STATE)) {
      return "event." + name;
    }
    String event = variables.contains(EventVariables.EVENT) ? "event." + name + ", " : "";
    return event + "state." + name + " or var " + name;
  }

  static String unknown(String thing, String name, Collection<String> known) {
    String near = nearest(name, known);
    String hint = near.isEmpty() ? "" : "did you mean " + near + "? ";
    return "Unknown "
        + thing
        + ": '"
        + name
        + "' ("
        + hint
        + "known: "
        + String.join(", ", new TreeSet<>(known))
        + ")";
  }

  private static String nearest(String name, Collection<String> known) {
    String nearest = "";
    int least = Math.min(CLOSE, name.length() / 2) + 1;
    for (String candidate : new TreeSet<>(known)) {
      int distance = new LevenshteinDistance(CLOSE).apply(name, candidate);
      if (distance >= 0 && distance < least) {
        nearest = candidate;
        least = distance;
      }
    }
    return nearest;
  }
}
