package io.drey.jobs.sink;

import io.drey.operators.event.Event;
import java.io.IOException;
import org.apache.flink.streaming.api.datastream.DataStream;

/** A sink of a pipeline file; its options are the record's components. */
public interface Sink {
  /** Adds the sink to a job, under its id as name and uid. */
  void attach(DataStream<Event> events, SinkContext context);

  /**
   * Checks that what it writes to can take it, and makes it ready. To be called where the job is
   * started, just before.
   *
   * @throws IllegalArgumentException if it can't; the message says why and what to do
   */
  default void prepare(SinkContext context) throws IOException {}
}
