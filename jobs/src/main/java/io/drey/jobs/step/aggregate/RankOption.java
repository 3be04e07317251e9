package io.drey.jobs.step.aggregate;

import io.drey.jobs.option.Option;
import io.drey.operators.event.FieldPath;

/** How many values of a field are listed by their number. */
public record RankOption(
    @Option("the field") FieldPath of,
    @Option(value = "how many values are listed at most", byDefault = "10") int n) {
  private static final int USUAL = 10;

  public RankOption {
    if (n < 1) {
      throw new IllegalArgumentException("Invalid n: must be at least 1 but was " + n);
    }
  }

  /** Reads a field, for the usual number of values. */
  public static RankOption parse(String field) {
    return new RankOption(FieldPath.of(field), USUAL);
  }
}
