// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * The counters of one step, under the key-value group {@code step=<id>}: {@value #EVENTS_IN},
 * {@value #MAIN}, and one for each side output, with the name of the output; {@code late} and
 * {@code invalid} are {@code lateEvents} and {@code invalidEvents}. With a cap on the number of
 * keys, {@value #EVICTED_KEYS} too and the gauge {@value #LIVE_KEYS}. Once a side output has had a
 * record, {@link #firstOf} names a gauge that holds it as a {@link FirstRecord}. Where there is
 * keyed state, the gauges {@value #STATE_KEYS}, {@value #STATE_ENTRIES} and {@value #STATE_BYTES}
 * tell how much there was when it was measured last, which a look at one of them has done again.
 */
public final class StepMetrics {
  /** The name of the metric group whose value is the step's id. */
  public static final String STEP = "step";

  private static final String LATE = "late";

  public static final String EVENTS_IN = "eventsIn";
  public static final String MAIN = "main";
  public static final String EVICTED_KEYS = "evictedKeys";
  public static final String LIVE_KEYS = "liveKeys";
  public static final String SKIPPED_VALUES = "skippedValues";
  public static final String STATE_KEYS = "stateKeys";
  public static final String STATE_ENTRIES = "stateEntries";
  public static final String STATE_BYTES = "stateBytes";

  private final MetricGroup group;

  public StepMetrics(MetricGroup operator, String step) {
    group = operator.addGroup(STEP, step);
  }

  public Counter eventsIn() {
    return group.counter(EVENTS_IN);
  }

  /**
   * The counter of events behind the watermark, for an operator that handles them like others: it
   * has the name of the counter of the output {@code late}, to which others send them.
   */
  Counter lateEvents() {
    return group.counter(counterOf(LATE));
  }

  /** The counter of the main output. */
  public Counter main() {
    return group.counter(MAIN);
  }

  /** The counter of a side output. */
  public OutputCounter output(String name) {
    return new OutputCounter(group, name);
  }

  /** The counter of values that are of the wrong kind. */
  public Counter skippedValues() {
    return group.counter(SKIPPED_VALUES);
  }

  /** The counter of those of one measure. */
  public Counter skippedValues(String measure) {
    return group.counter(skippedBy(measure));
  }

  Counter evictedKeys() {
    return group.counter(EVICTED_KEYS);
  }

  void liveKeys(Gauge<Integer> number) {
    group.gauge(LIVE_KEYS, number);
  }

  void state(StateGauge state, boolean hasKeys) {
    if (hasKeys) {
      group.gauge(STATE_KEYS, () -> state.look().keys());
    }
    group.gauge(STATE_ENTRIES, () -> state.look().entries());
    group.gauge(STATE_BYTES, () -> state.look().bytes());
  }

  /** The counter of a step's side output, for an operator that counts nothing else. */
  public static OutputCounter output(MetricGroup operator, String step, String name) {
    return new StepMetrics(operator, step).output(name);
  }

  /** The name of the gauge that holds the first record of a side output. */
  public static String firstOf(String output) {
    return "first-" + output;
  }

  /** The name of the counter of values that a measure skipped. */
  public static String skippedBy(String measure) {
    return SKIPPED_VALUES + "-" + measure;
  }

  /** The name of the counter of a side output. */
  public static String counterOf(String output) {
    return switch (output) {
      case LATE -> "lateEvents";
      case "invalid" -> "invalidEvents";
      default -> output;
    };
  }
}
