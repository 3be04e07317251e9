package io.drey.state.snapshot.metadata;

import io.drey.operators.rule.Uids;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes the operators that are steps of pipeline files: each comes with an operator that
 * extracts its keys or aggregates locally for it, whose uid is the step's with {@value Uids#KEY} or
 * {@value Uids#LOCAL} appended.
 */
final class Steps {
  private final Set<String> uids = new HashSet<>();

  private Steps(List<OperatorSnapshot> operators) {
    for (OperatorSnapshot operator : operators) {
      if (operator.id().uid() != null) {
        uids.add(operator.id().uid());
      }
    }
  }

  /** Returns the operators, with those that are steps marked as such. */
  static List<OperatorSnapshot> marked(List<OperatorSnapshot> operators) {
    Steps steps = new Steps(operators);
    return operators.stream()
        .map(operator -> steps.isStep(operator.id().uid()) ? operator.ofStep() : operator)
        .toList();
  }

  private boolean isStep(@Nullable String uid) {
    if (uid == null) {
      return false;
    }
    String order = Uids.ORDER;
    String step = uid.endsWith(order) ? uid.substring(0, uid.length() - order.length()) : uid;
    return uids.contains(step + Uids.KEY) || uids.contains(uid + Uids.LOCAL);
  }
}
