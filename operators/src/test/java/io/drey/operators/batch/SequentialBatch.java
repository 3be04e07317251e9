// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.batch;

import io.drey.operators.sameness.Timed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Batch as one would write it over a list: the rules of its contract and nothing of Flink. */
final class SequentialBatch {
  private final BatchOptions options;
  private final Map<String, List<Timed<String>>> open = new LinkedHashMap<>();
  private final List<String> out = new ArrayList<>();

  SequentialBatch(BatchOptions options) {
    this.options = options;
  }

  List<String> run(List<Timed<String>> input) {
    input.forEach(this::process);
    for (List<Timed<String>> rest : open.values().stream().toList()) {
      Long deadline = deadline(rest);
      close(rest, deadline == null ? latest(rest) : deadline);
    }
    return out;
  }

  private void process(Timed<String> event) {
    String key = BatchTest.key(event.value());
    List<Timed<String>> batch = open.get(key);
    Long deadline = batch == null ? null : deadline(batch);
    if (batch != null && deadline != null && event.time() > deadline) {
      close(batch, deadline);
    }
    List<Timed<String>> current = open.computeIfAbsent(key, unused -> new ArrayList<>());
    current.add(event);
    if (current.size() == options.size()) {
      close(current, event.time());
    }
  }

  private @Nullable Long deadline(List<Timed<String>> batch) {
    return options.timeout() == null ? null : batch.get(0).time() + options.timeout().toMillis();
  }

  private static long latest(List<Timed<String>> batch) {
    return batch.stream().mapToLong(Timed::time).max().orElseThrow();
  }

  private void close(List<Timed<String>> batch, long at) {
    String key = BatchTest.key(batch.get(0).value());
    open.remove(key);
    out.add("main " + key + batch.stream().map(Timed::value).toList() + " @ " + at);
  }
}
