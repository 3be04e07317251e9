// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The counters and gauges of one run's sources, steps and sinks, summed over subtasks. A metric
 * keeps its last value after its task has ended.
 */
public final class RunCounts {
  /** Identifies a metric: the kind of its owner (source, step, sink), its id, and its name. */
  public record Name(String kind, String id, String metric) {}

  private record Subtask(Name name, String subtask, String operator) {}

  private static final Map<String, RunCounts> RUNS = new ConcurrentHashMap<>();

  private final Map<Subtask, LongSupplier> metrics = new ConcurrentHashMap<>();

  private RunCounts() {}

  /** The counts of a run; its metric reporter looks them up by the same name. */
  static RunCounts of(String run) {
    return RUNS.computeIfAbsent(run, unused -> new RunCounts());
  }

  static void forget(String run) {
    RUNS.remove(run);
  }

  void add(Name name, String subtask, String operator, LongSupplier value) {
    metrics.put(new Subtask(name, subtask, operator), value);
  }

  void freeze(Name name, String subtask, String operator, LongSupplier value) {
    long last = value.getAsLong();
    metrics.put(new Subtask(name, subtask, operator), () -> last);
  }

  /** The sum over all subtasks; 0 if nothing was counted. */
  public long sum(String kind, String id, String metric) {
    Name name = new Name(kind, id, metric);
    long sum = 0;
    for (Map.Entry<Subtask, LongSupplier> entry : metrics.entrySet()) {
      if (entry.getKey().name().equals(name)) {
        sum += entry.getValue().getAsLong();
      }
    }
    return sum;
  }

  /** The number of subtasks that report a metric. */
  public long reporting(String kind, String id, String metric) {
    Name name = new Name(kind, id, metric);
    return metrics.keySet().stream().filter(subtask -> subtask.name().equals(name)).count();
  }
}
