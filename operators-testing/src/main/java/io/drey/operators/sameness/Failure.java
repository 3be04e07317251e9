// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import java.util.List;

/**
 * Tells that a run is not as the plainest one.
 *
 * @param outOfOrderness in ms
 * @param mismatch lines that say what is wrong
 * @param fewest events of the input that suffice
 */
record Failure<T>(
    Variation variation,
    long outOfOrderness,
    String mismatch,
    List<Timed<T>> input,
    List<Timed<T>> fewest) {
  private static final int SHOWN = 20;

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("Results depend on more than the events\n");
    text.append("expected: %s\n".formatted(Variation.PLAIN));
    text.append("but was: %s\n".formatted(variation));
    text.append(mismatch);
    text.append("it takes %d of %d events:\n".formatted(fewest.size(), input.size()));
    fewest.stream().limit(SHOWN).forEach(event -> text.append("  %s\n".formatted(event)));
    if (fewest.size() > SHOWN) {
      text.append("  … and %d more\n".formatted(fewest.size() - SHOWN));
    }
    return text.append("repeat it with: ").append(repetition()).toString();
  }

  private String repetition() {
    return ".outOfOrderness(%d).only(\"%s\").checkWithin(events)"
        .formatted(outOfOrderness, variation.name());
  }
}
