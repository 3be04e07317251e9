// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.statemachine;

import java.util.List;

/**
 * A problem of a definition.
 *
 * @param path the names that lead to the problem, outermost first: a component of the definition,
 *     then keys of its maps or an element of its list ({@code transitions, OPEN, CLOSE})
 */
public record DefinitionProblem(List<String> path, String message) {
  static DefinitionProblem at(String message, String... path) {
    return new DefinitionProblem(List.of(path), message);
  }
}
