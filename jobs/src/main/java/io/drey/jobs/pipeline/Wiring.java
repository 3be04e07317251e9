// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import java.util.List;
import java.util.Map;

/**
 * Who reads what, with all defaults resolved.
 *
 * @param inputs the outputs that each step and sink reads, by its id, in the order of the file
 * @param outputs the outputs of each source and step, by its id, the main output first; and those
 *     of each sink that rejects events
 * @param order the ids of the steps, then of the sinks, each after those it reads
 */
public record Wiring(
    Map<String, List<Output>> inputs, Map<String, List<Output>> outputs, List<String> order) {

  public List<Output> inputsOf(String vertex) {
    return inputs.getOrDefault(vertex, List.of());
  }

  public List<Output> outputsOf(String vertex) {
    return outputs.getOrDefault(vertex, List.of());
  }

  /** The ids of the steps and sinks that read an output. */
  public List<String> readersOf(Output output) {
    return inputs.keySet().stream().filter(id -> inputsOf(id).contains(output)).toList();
  }

  /** The outputs that nobody reads: their events are counted and dropped. */
  public List<Output> unread() {
    return outputs.values().stream()
        .flatMap(List::stream)
        .filter(output -> readersOf(output).isEmpty())
        .toList();
  }
}
