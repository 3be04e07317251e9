// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.file;

import io.drey.state.migration.FieldStep;
import io.drey.state.migration.FieldStep.AddField;
import io.drey.state.migration.FieldStep.CastField;
import io.drey.state.migration.FieldStep.DropField;
import io.drey.state.migration.FieldStep.RenameClass;
import io.drey.state.migration.Placed;
import java.util.List;

/** Finds steps that contradict each other. */
record FieldConflicts(Section section) {
  void check(List<FieldStep> steps) {
    for (int i = 0; i < steps.size(); i++) {
      for (int j = 0; j < steps.size(); j++) {
        if (i != j) {
          check(steps.get(i), steps.get(j), i < j);
        }
      }
    }
  }

  private void check(FieldStep step, FieldStep other, boolean isFirst) {
    if (step instanceof RenameClass || other instanceof RenameClass) {
      return;
    }
    Placed<String> place = step.place();
    String field = place.value();
    String inner = other.place().value();
    boolean isSame = field.equals(inner);
    boolean isAround = inner.startsWith(field + ".");
    if (step instanceof DropField && !(other instanceof AddField && isSame)) {
      if ((isSame && (isFirst || !(other instanceof DropField))) || isAround) {
        report(other.place(), inner, (isSame ? "it" : "field '" + field + "'") + " is dropped");
      }
    } else if (step instanceof CastField && isAround) {
      report(other.place(), inner, "field '" + field + "' gets another type");
    } else if (isSame && isFirst && step instanceof AddField && other instanceof AddField) {
      report(other.place(), inner, "it is added twice");
    }
  }

  private void report(Placed<String> at, String field, String reason) {
    section.problems().error(at.at(), at.path(), "Cannot change field '" + field + "': " + reason);
  }
}
