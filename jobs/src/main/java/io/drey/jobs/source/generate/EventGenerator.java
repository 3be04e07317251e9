// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.source.line.ObjectBuilder;
import io.drey.operators.event.Event;
import java.util.Map;

/** Generates the event of an index, always the same for the same seed. */
class EventGenerator {
  private final long seed;
  private final byte[][] names;
  private final Values[] values;
  private final ObjectBuilder object = new ObjectBuilder();

  EventGenerator(long seed, Map<String, Distribution> fields) {
    this.seed = Mix.bits(seed);
    this.names = fields.keySet().stream().map(name -> name.getBytes(UTF_8)).toArray(byte[][]::new);
    this.values = fields.values().stream().map(Distribution::values).toArray(Values[]::new);
  }

  Event event(long index) {
    object.begin();
    for (int i = 0; i < names.length; i++) {
      object.name(names[i], 0, names[i].length);
      values[i].write(index, Mix.bits(seed ^ Mix.bits(index * names.length + i)), object);
    }
    return object.end();
  }
}
