// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.header.StateHeader;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** States of Drey's operators that are worth nothing without others. */
final class RelatedStates {
  private static final List<String> OF_KEYS = List.of("newer-key", "key-groups");
  private static final List<String> OF_ENTRIES = List.of("size");

  private RelatedStates() {}

  /**
   * Checks that they are there with the others.
   *
   * @param hasRows whether there are rows of a state
   */
  static void check(OperatorStates operator, Predicate<String> hasRows) {
    if (operator.keyed() == null || operator.marker() == null) {
      return;
    }
    Set<String> declared =
        operator.keyed().states().stream().map(StateHeader::name).collect(Collectors.toSet());
    check(operator, declared, hasRows, OF_KEYS, "max-keys links its keys");
    if (operator.marker().states().equals("KvState")) {
      check(operator, declared, hasRows, OF_ENTRIES, "it counts its entries");
    }
  }

  private static void check(
      OperatorStates operator,
      Set<String> declared,
      Predicate<String> hasRows,
      List<String> related,
      String why) {
    if (declared.contains(related.get(0)) && !related.stream().allMatch(hasRows)) {
      throw new RefusedException(
          operator.id(),
          why
              + ": rows of "
              + String.join(" and ", related)
              + " are missing, and what is written without them would be wrong");
    }
  }
}
