// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.generate;

import io.drey.operators.event.Event;
import io.drey.operators.event.Origin;
import java.util.Map;

/** Generates events that carry where they are from. */
final class TracedGenerator extends EventGenerator {
  private final String source;
  private final String input;

  /**
   * Makes a generator.
   *
   * @param source the id of the source
   * @param input the name of what it reads
   */
  TracedGenerator(long seed, Map<String, Distribution> fields, String source, String input) {
    super(seed, fields);
    this.source = source;
    this.input = input;
  }

  @Override
  Event event(long index) {
    return super.event(index).withOrigin(new Origin(source, input + ":" + index));
  }
}
