// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import java.util.List;

/**
 * The verdict on an operator or a state.
 *
 * @param state empty for the operator itself
 * @param what the reason, and what else is worth knowing; may be empty
 * @param remedy what to do, if anything
 */
public record PlanRow(
    String operator, String state, Verdict verdict, Outcome outcome, String what, Remedy remedy) {
  static PlanRow fine(String operator, String state, Verdict verdict, String what) {
    return new PlanRow(operator, state, verdict, Outcome.FINE, what, Remedy.NONE);
  }

  /** The operator, or the state behind its operator. */
  String name() {
    return state.isEmpty() ? operator : operator + "." + state;
  }

  /** The row, or that of something kept if it was unknown and is accepted. */
  PlanRow accepted(List<String> accepted) {
    return verdict == Verdict.UNKNOWN && accepted.contains(name())
        ? fine(operator, state, Verdict.KEPT, what + ", which is accepted")
        : this;
  }

  static PlanRow refused(
      String operator, String state, Verdict verdict, String what, Remedy remedy) {
    return new PlanRow(operator, state, verdict, Outcome.REFUSED, what, remedy);
  }
}
