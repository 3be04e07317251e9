// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.probe;

import io.drey.jobs.pipeline.Output;
import io.drey.operators.event.Event;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Takes events that pass an output: the first ones, then one each time that somebody has looked.
 */
public final class Tap {
  /** How many events are taken whenever they come. */
  static final int FIRST = 20;

  private final Output output;
  private long seen;
  private long taken;
  private long room = FIRST;
  private List<Taken> waiting = new ArrayList<>();

  /**
   * An event that was taken.
   *
   * @param number of the events at the output, from 1
   * @param text its JSON
   */
  public record Taken(long number, String text) {}

  Tap(Output output) {
    this.output = output;
  }

  /** Where it is. */
  public Output output() {
    return output;
  }

  synchronized void pass(Event event) {
    seen++;
    if (room > 0) {
      room--;
      taken++;
      waiting.add(new Taken(seen, event.toString()));
    }
  }

  /** The events that were taken since the last look; makes room for another one. */
  public synchronized List<Taken> look() {
    List<Taken> found = waiting;
    waiting = new ArrayList<>();
    room = Math.max(room, 1);
    return found;
  }

  /** How many events have passed. */
  public synchronized long seen() {
    return seen;
  }

  /** How many events were taken. */
  public synchronized long taken() {
    return taken;
  }

  void attach(DataStream<Event> events) {
    String uid = "tap:" + output;
    events
        .sinkTo(new Reader(InProcess.to(this)))
        .setParallelism(events.getParallelism())
        .uid(uid)
        .name(uid);
  }

  private record Reader(InProcess<Tap> tap) implements Sink<Event> {
    @Override
    public SinkWriter<Event> createWriter(WriterInitContext context) {
      Tap target = tap.get();
      return new SinkWriter<>() {
        @Override
        public void write(Event event, Context unused) {
          target.pass(event);
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
      };
    }
  }
}
