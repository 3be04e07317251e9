// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test.run;

import io.drey.jobs.local.direct.SteppedJob;
import io.drey.operators.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what the outputs of a job emit, in groups: records of one group may come in any order.
 * An event has its effects in a fixed order, but what time brings about at one instant concerns
 * different keys.
 */
final class Arrivals implements SteppedJob.Listener {
  /**
   * An event that came.
   *
   * @param group rises along an output
   */
  record Arrival(Event event, int group) {}

  private record Cause(long number, long time) {}

  private final boolean oneSubtask;
  private final Map<String, List<Arrival>> arrivals = new HashMap<>();
  private final Map<String, Cause> lastCauses = new HashMap<>();
  private long causes;
  private boolean fixedOrder;

  /**
   * @param oneSubtask whether timers fire in the order of time: several subtasks have each their
   *     own
   */
  Arrivals(boolean oneSubtask) {
    this.oneSubtask = oneSubtask;
  }

  /** What comes from now on is caused by a record. */
  void ofRecord() {
    causes++;
    fixedOrder = true;
  }

  /** What comes from now on is caused by time, or by the end of something. */
  void ofTime() {
    causes++;
    fixedOrder = false;
  }

  @Override
  public void emitted(String output, Event event, long timestamp) {
    List<Arrival> before = arrivals.computeIfAbsent(output, unused -> new ArrayList<>());
    Cause cause = new Cause(causes, oneSubtask ? timestamp : 0);
    boolean isOfLast = !fixedOrder && cause.equals(lastCauses.put(output, cause));
    int last = before.isEmpty() ? 0 : before.get(before.size() - 1).group();
    before.add(new Arrival(event, isOfLast ? last : last + 1));
  }

  /** What an output has emitted. */
  List<Arrival> of(String output) {
    return arrivals.getOrDefault(output, List.of());
  }
}
