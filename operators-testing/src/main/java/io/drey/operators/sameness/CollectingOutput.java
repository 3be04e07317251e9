// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Passes the output that the next stage reads on to it; the others leave the subject. */
final class CollectingOutput implements Output<StreamRecord<Object>> {
  private final Emissions emissions;
  private final @Nullable Downstream next;
  private final @Nullable String outputRead;

  /**
   * @param next null behind the last stage
   * @param outputRead by the next stage; null for the main output
   */
  CollectingOutput(Emissions emissions, @Nullable Downstream next, @Nullable String outputRead) {
    this.emissions = emissions;
    this.next = next;
    this.outputRead = outputRead;
  }

  @Override
  public void collect(StreamRecord<Object> record) {
    if (next == null || outputRead != null) {
      emissions.add(Emissions.MAIN, record);
    } else {
      passOn(record, next);
    }
  }

  @Override
  public <X> void collect(OutputTag<X> tag, StreamRecord<X> record) {
    if (next == null || !tag.getId().equals(outputRead)) {
      emissions.add(tag.getId(), record);
    } else {
      passOn(record, next);
    }
  }

  @SuppressWarnings("unchecked") // the next stage reads what this one emits
  private static void passOn(StreamRecord<?> record, Downstream next) {
    try {
      next.process((StreamRecord<Object>) record);
    } catch (Exception e) {
      throw new IllegalStateException("Failed to process " + record, e);
    }
  }

  @Override
  public void emitWatermark(Watermark mark) {
    if (next == null) {
      return;
    }
    try {
      next.advanceTo(mark);
    } catch (Exception e) {
      throw new IllegalStateException("Failed to process " + mark, e);
    }
  }

  @Override
  public void emitWatermark(WatermarkEvent watermark) {}

  @Override
  public void emitWatermarkStatus(WatermarkStatus status) {}

  @Override
  public void emitLatencyMarker(LatencyMarker marker) {}

  @Override
  public void emitRecordAttributes(RecordAttributes attributes) {}

  @Override
  public void close() {}
}
