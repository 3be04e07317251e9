package io.drey.jobs.step;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.order.ExactTime;
import io.drey.operators.rule.KeyedSettings;
import java.util.List;
import org.apache.flink.streaming.api.TimeDomain;
import org.jspecify.annotations.Nullable;

/**
 * What a step is told of the job around it.
 *
 * @param id the step's id and the uid of its operator
 * @param time whether events are timed by themselves or by the clock
 * @param timeFields the fields that events are timed by; none in processing time
 * @param exactTime reads an event's time as it was written
 * @param parallelism of keyed operators
 */
public record StepContext(
    String id,
    TimeDomain time,
    List<FieldPath> timeFields,
    ExactTime<Event> exactTime,
    int parallelism) {

  /** The same for a step that runs in one subtask. */
  StepContext alone() {
    return new StepContext(id, time, timeFields, exactTime, 1);
  }

  /** The settings of its operator. */
  public KeyedSettings settings(@Nullable Integer maxKeys) {
    return new KeyedSettings(time, maxKeys);
  }
}
