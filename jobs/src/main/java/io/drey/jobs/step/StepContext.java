// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.order.ExactTime;
import io.drey.operators.rule.KeyedSettings;
import java.util.List;
import org.apache.flink.streaming.api.TimeDomain;
import org.jspecify.annotations.Nullable;

/**
 * What a step needs to know about its job.
 *
 * @param id the step's id and the uid of its operator
 * @param time event time or processing time
 * @param isTimed whether events have a time at all, of whichever kind
 * @param timeFields the fields that hold event time; none in processing time
 * @param exactTime reads an event's time with full precision
 * @param byOnePath whether the events of a key reach the step by one path, so that their order of
 *     arrival is fixed
 * @param parallelism of keyed operators
 */
public record StepContext(
    String id,
    TimeDomain time,
    boolean isTimed,
    List<FieldPath> timeFields,
    ExactTime<Event> exactTime,
    boolean byOnePath,
    int parallelism) {

  /** A copy for a step that runs in one subtask. */
  StepContext alone() {
    return new StepContext(id, time, isTimed, timeFields, exactTime, byOnePath, 1);
  }

  /** The settings of its operator. */
  public KeyedSettings settings(@Nullable Integer maxKeys) {
    return new KeyedSettings(time, maxKeys);
  }
}
