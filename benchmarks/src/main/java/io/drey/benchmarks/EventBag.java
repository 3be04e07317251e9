// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Events as often as they occur, in no order; equal if their JSON is, however it was written. */
record EventBag(Map<JsonNode, Integer> counts) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The events of a file, or of all visible files below a directory. */
  static EventBag in(Path path) throws IOException {
    Map<JsonNode, Integer> counts = new HashMap<>();
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(EventBag::isWritten).toList()) {
        add(file, counts);
      }
    }
    return new EventBag(counts);
  }

  static EventBag of(List<String> lines) throws IOException {
    Map<JsonNode, Integer> counts = new HashMap<>();
    for (String line : lines) {
      counts.merge(MAPPER.readTree(line), 1, Integer::sum);
    }
    return new EventBag(counts);
  }

  private static boolean isWritten(Path file) {
    return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
  }

  private static void add(Path file, Map<JsonNode, Integer> counts) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      for (String line : (Iterable<String>) lines::iterator) {
        counts.merge(MAPPER.readTree(line), 1, Integer::sum);
      }
    }
  }

  int size() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How another bag that is not equal differs. */
  String difference(EventBag other) {
    Optional<JsonNode> missing = firstMoreOftenThanIn(other);
    Optional<JsonNode> surplus = other.firstMoreOftenThanIn(this);
    return "%d events, expected %d; missing: %s; surplus: %s"
        .formatted(
            other.size(),
            size(),
            missing.map(JsonNode::toString).orElse("none"),
            surplus.map(JsonNode::toString).orElse("none"));
  }

  private Optional<JsonNode> firstMoreOftenThanIn(EventBag other) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > other.counts.getOrDefault(entry.getKey(), 0))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
