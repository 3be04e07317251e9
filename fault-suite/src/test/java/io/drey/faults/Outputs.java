// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events of each output: for each key of its step, those of that key in order. */
final class Outputs {
  private final Map<Output, Map<String, List<String>>> events = new EnumMap<>(Output.class);

  /**
   * Adds an event behind those of its key.
   *
   * @param key the fields of the key, with spaces between them
   */
  void add(Output output, String key, String event) {
    events
        .computeIfAbsent(output, unused -> new LinkedHashMap<>())
        .computeIfAbsent(key, unused -> new ArrayList<>())
        .add(event);
  }

  Map<String, List<String>> of(Output output) {
    return Collections.unmodifiableMap(events.getOrDefault(output, Map.of()));
  }

  long size(Output output) {
    return of(output).values().stream().mapToLong(List::size).sum();
  }
}
