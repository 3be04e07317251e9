// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.drey.jobs.pipeline.Output;
import java.util.List;
import java.util.Map;

/**
 * What came of a test.
 *
 * @param records by output, in their order; none of an output of which nothing came
 * @param keys how many keys each step holds state of, by id
 */
public record Came(Map<Output, List<Item>> records, Map<String, Long> keys) {
  /**
   * A record that came.
   *
   * @param group records of one group may come in any order; it rises along an output
   */
  public record Item(JsonNode json, int group) {}

  /** The records of an output. */
  public List<Item> of(Output output) {
    return records.getOrDefault(output, List.of());
  }
}
