// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source;

import io.drey.jobs.source.line.InputRecord;
import io.drey.operators.event.Origin;
import io.drey.operators.event.time.EventTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.jspecify.annotations.Nullable;

/** Keeps what a reader emits, and the timelines it keeps open. */
public final class TestingOutput implements ReaderOutput<InputRecord> {
  public final List<String> events = new ArrayList<>();
  public final List<String> malformed = new ArrayList<>();
  public final List<@Nullable Origin> origins = new ArrayList<>();
  public final List<Long> times = new ArrayList<>();

  /** The times of records and, in brackets, watermarks as they came. */
  public final List<String> timeline = new ArrayList<>();

  public final Map<String, TestingOutput> timelines = new TreeMap<>();
  public final List<String> released = new ArrayList<>();

  @Override
  public void collect(InputRecord line) {
    collect(line, EventTime.NONE);
  }

  @Override
  public void collect(InputRecord line, long time) {
    (line.isMalformed() ? malformed : events).add(line.event().toString());
    if (!line.isMalformed()) {
      origins.add(line.event().origin());
    }
    times.add(time);
    timeline.add(Long.toString(time));
  }

  /** The indexes of the records that came at or behind a watermark. */
  public List<Integer> late() {
    List<Integer> late = new ArrayList<>();
    long watermark = Long.MIN_VALUE;
    int index = 0;
    for (String at : timeline) {
      if (at.startsWith("[")) {
        watermark = Math.max(watermark, Long.parseLong(at.substring(1, at.length() - 1)));
      } else {
        if (Long.parseLong(at) <= watermark) {
          late.add(index);
        }
        index++;
      }
    }
    return late;
  }

  @Override
  public SourceOutput<InputRecord> createOutputForSplit(String id) {
    return timeline(id);
  }

  public TestingOutput timeline(String id) {
    return timelines.computeIfAbsent(id, unused -> new TestingOutput());
  }

  @Override
  public void releaseOutputForSplit(String id) {
    released.add(id);
  }

  @Override
  public void emitWatermark(Watermark watermark) {
    timeline.add("[" + watermark.getTimestamp() + "]");
  }

  @Override
  public void markIdle() {}

  @Override
  public void markActive() {}
}
