// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import io.drey.operators.rule.FirstRecord;
import io.drey.operators.rule.StepMetrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The counters and gauges of one run's sources, steps and sinks, summed over subtasks. A metric
 * keeps its last value after its task has ended; a counter is also summed over the attempts of a
 * job that was restarted, so that what was done twice counts twice.
 */
public final class RunCounts {
  /** Identifies a metric: the kind of its owner (source, step, sink), its id, and its name. */
  record Name(String kind, String id, String metric) {
    /** A key of maps: that of a record takes long to link, at each start. */
    private String key() {
      return kind + ' ' + id + ' ' + metric;
    }
  }

  private static final String STEP = "step";
  private static final Map<String, RunCounts> RUNS = new ConcurrentHashMap<>();

  /** The values of each metric, by their holders. */
  private final Map<String, Map<String, LongSupplier>> metrics = new ConcurrentHashMap<>();

  /** The first records of outputs, by the subtasks of the operators that emit them. */
  private final Map<String, Map<String, FirstRecord>> firsts = new ConcurrentHashMap<>();

  /** The largest state that each step was seen with. */
  private final Map<String, StateSize> largest = new ConcurrentHashMap<>();

  private final AtomicInteger restarts = new AtomicInteger();

  private RunCounts() {}

  /** The counts of a run; its metric reporter looks them up by the same name. */
  static RunCounts of(String run) {
    return RUNS.computeIfAbsent(run, unused -> new RunCounts());
  }

  static void forget(String run) {
    RUNS.remove(run);
  }

  /**
   * Adds a metric, or replaces that of the same holder.
   *
   * @param holder an operator's subtask, or one of its attempts
   */
  void add(Name name, String holder, LongSupplier value) {
    metrics.computeIfAbsent(name.key(), unused -> new ConcurrentHashMap<>()).put(holder, value);
  }

  void freeze(Name name, String holder, LongSupplier value) {
    long last = value.getAsLong();
    add(name, holder, () -> last);
  }

  void addAttempt(int attempt) {
    restarts.accumulateAndGet(attempt, Math::max);
  }

  /** How often the job was restarted. */
  public int restarts() {
    return restarts.get();
  }

  /** A restarted task has another first record; that of the first attempt is retained. */
  void add(Name name, String subtask, FirstRecord first) {
    firsts
        .computeIfAbsent(name.key(), unused -> new ConcurrentSkipListMap<>())
        .putIfAbsent(subtask, first);
  }

  /** The first record that a metric holds, that of the first subtask; null if there is none. */
  public @Nullable String first(String kind, String id, String metric) {
    Map<String, FirstRecord> found = firsts.get(new Name(kind, id, metric).key());
    return found == null ? null : found.values().iterator().next().text();
  }

  /** The sum over all subtasks; 0 if nothing was counted. */
  public long sum(String kind, String id, String metric) {
    long sum = 0;
    for (LongSupplier value : values(kind, id, metric).values()) {
      sum += value.getAsLong();
    }
    return sum;
  }

  /** The greatest over all subtasks; 0 if there is none. */
  public long max(String kind, String id, String metric) {
    long max = 0;
    for (LongSupplier value : values(kind, id, metric).values()) {
      max = Math.max(max, value.getAsLong());
    }
    return max;
  }

  /** The number of subtasks that report a metric. */
  public long reporting(String kind, String id, String metric) {
    return values(kind, id, metric).size();
  }

  /** The state of a step and of the operators around it, when they were measured last. */
  public StateSize state(String step) {
    StateSize now =
        new StateSize(
            sum(STEP, step, StepMetrics.STATE_KEYS),
            sum(STEP, step, StepMetrics.STATE_ENTRIES),
            sum(STEP, step, StepMetrics.STATE_BYTES));
    largest.merge(step, now, StateSize::larger);
    return now;
  }

  /** The largest state of a step that {@link #state} has told. */
  public StateSize largestState(String step) {
    return StateSize.larger(state(step), largest.getOrDefault(step, StateSize.NONE));
  }

  private Map<String, LongSupplier> values(String kind, String id, String metric) {
    return metrics.getOrDefault(new Name(kind, id, metric).key(), Map.of());
  }
}
