package io.drey.jobs.step;

import io.drey.operators.event.Event;
import io.drey.operators.order.ExactTime;
import org.apache.flink.streaming.api.TimeDomain;

/**
 * What a step is told of the job around it.
 *
 * @param id the step's id and the uid of its operator
 * @param time whether events are timed by themselves or by the clock
 * @param exactTime reads an event's time as it was written
 * @param parallelism of keyed operators
 */
public record StepContext(
    String id, TimeDomain time, ExactTime<Event> exactTime, int parallelism) {}
