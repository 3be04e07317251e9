package io.drey.operators.aggregate;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The results of the measures of a group's window. */
public final class Results {
  private final Map<String, PartialMeasure> tallies;

  Results(Map<String, PartialMeasure> tallies) {
    this.tallies = tallies;
  }

  /**
   * The result of a measure. Without values a count is 0, a list or map is empty, and any other
   * result is null.
   */
  public <R> @Nullable R of(Measure<?, R> measure) {
    return measure.result(tallies.getOrDefault(measure.id(), PartialMeasure.NOTHING));
  }
}
