// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.probe;

import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** The number of results after which a run ends, of all sinks together. */
final class ResultLimit {
  private final long most;
  private final AtomicLong taken = new AtomicLong();
  private volatile Runnable end = () -> {};

  /**
   * Sets the number.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  ResultLimit(long most) {
    if (most < 1) {
      throw new IllegalArgumentException(
          "Invalid number of results: must be positive but was " + most);
    }
    this.most = most;
  }

  /** Sets what is called when the last result is taken, in the thread that writes it. */
  void onReached(Runnable action) {
    end = action;
  }

  boolean isReached() {
    return taken.get() >= most;
  }

  /** Whether one more result may be written. */
  boolean take() {
    long number = taken.incrementAndGet();
    if (number == most) {
      end.run();
    }
    return number <= most;
  }

  /** The events of a sink that are within the limit. */
  DataStream<Event> within(DataStream<Event> events, String uid) {
    return events
        .process(new Within(InProcess.to(this)))
        .returns(EventTypeInfo.STREAM)
        .setParallelism(events.getParallelism())
        .uid(uid)
        .name(uid);
  }

  private static final class Within extends ProcessFunction<Event, Event> {
    private static final long serialVersionUID = 1L;

    private final InProcess<ResultLimit> limit;

    private Within(InProcess<ResultLimit> limit) {
      this.limit = limit;
    }

    @Override
    public void processElement(Event event, Context context, Collector<Event> out) {
      if (limit.get().take()) {
        out.collect(event);
      }
    }
  }

  @Override
  public String toString() {
    return "--limit " + most;
  }
}
