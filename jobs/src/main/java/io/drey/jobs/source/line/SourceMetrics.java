// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import io.drey.operators.event.Event;
import io.drey.operators.rule.FirstRecord;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;

/**
 * What a source counts, in the metric group {@code source.<id>} of each of its readers: {@code
 * events}, {@code malformed}, {@code bytes} (as stored, so compressed ones of a .gz), {@code
 * skipped} (records that are dropped because the options say so), {@value #LATE_EVENTS} and {@value
 * #MAX_LATENESS} (how far, in ms, they came behind the watermark at most) and, for files, {@code
 * bytesTotal} (of the files assigned to this reader), {@code caughtUp} (1 once every file has been
 * read, else 0) and the numbers of files {@code copies}, {@code deleted} and {@code unfinished}.
 * The gauges {@value #FIRST_MALFORMED} and {@value #FIRST_UNTIMED} exist from the first such record
 * on; the latter is an event without a readable time, whole.
 */
public final class SourceMetrics {
  /** The gauge that holds the first malformed record. */
  public static final String FIRST_MALFORMED = "first-malformed";

  /** The gauge that holds the first event without a readable time. */
  public static final String FIRST_UNTIMED = "first-untimed";

  /** The counter of events that came behind the watermark. */
  public static final String LATE_EVENTS = "lateEvents";

  /** The gauge that says how far, in ms, one of these came behind the watermark at most. */
  public static final String MAX_LATENESS = "maxLateness";

  final Counter events;
  final Counter malformed;
  public final Counter bytes;
  private final Counter skipped;
  private final MetricGroup group;
  private final Counter lateEvents;
  private volatile long maxLateness;
  private boolean hasUntimed;

  public SourceMetrics(MetricGroup parent, String sourceId) {
    group = parent.addGroup("source", sourceId);
    events = group.counter("events", new SimpleCounter());
    malformed = group.counter("malformed", new SimpleCounter());
    bytes = group.counter("bytes", new SimpleCounter());
    skipped = group.counter("skipped", new SimpleCounter());
    lateEvents = group.counter(LATE_EVENTS, new SimpleCounter());
    group.gauge(MAX_LATENESS, (Gauge<Long>) () -> maxLateness);
  }

  /** Counts a record that is dropped because the options say so. */
  public void skipped() {
    skipped.inc();
  }

  void malformed(Event record) {
    if (malformed.getCount() == 0) {
      first(FIRST_MALFORMED, record);
    }
    malformed.inc();
  }

  /** Counts an event that came so many ms behind the watermark. */
  void late(long millis) {
    lateEvents.inc();
    if (millis > maxLateness) {
      maxLateness = millis;
    }
  }

  void untimed(Event event) {
    if (!hasUntimed) {
      hasUntimed = true;
      first(FIRST_UNTIMED, event);
    }
  }

  private void first(String gauge, Event record) {
    FirstRecord first = new FirstRecord(record.toString());
    group.gauge(gauge, (Gauge<FirstRecord>) () -> first);
  }

  public void bytesTotal(Gauge<Long> total) {
    group.gauge("bytesTotal", total);
  }

  /**
   * Reports the files that are not read, or not to their end.
   *
   * @param copies files that hold only what another file holds
   * @param deleted files that went since they were listed
   * @param unfinished files whose last record had no end and was left
   */
  public void files(Gauge<Integer> copies, Gauge<Integer> deleted, Gauge<Integer> unfinished) {
    group.gauge("copies", copies);
    group.gauge("deleted", deleted);
    group.gauge("unfinished", unfinished);
  }

  public void caughtUp(Gauge<Integer> caughtUp) {
    group.gauge("caughtUp", caughtUp);
  }
}
