package io.drey.state.plan;

/**
 * What becomes of an operator or a state.
 *
 * @param state empty for the operator itself
 * @param what why, and what is to be known besides; perhaps empty
 * @param remedy what to do; empty where nothing is to be done
 */
public record PlanRow(
    String operator, String state, Verdict verdict, Outcome outcome, String what, String remedy) {
  static PlanRow fine(String operator, String state, Verdict verdict, String what) {
    return new PlanRow(operator, state, verdict, Outcome.FINE, what, "");
  }

  static PlanRow refused(
      String operator, String state, Verdict verdict, String what, String remedy) {
    return new PlanRow(operator, state, verdict, Outcome.REFUSED, what, remedy);
  }
}
