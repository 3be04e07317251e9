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

/** Passes the main output to the next stage, or to the emissions behind the last. */
final class CollectingOutput implements Output<StreamRecord<Object>> {
  private final Emissions emissions;
  private final @Nullable Downstream next;

  CollectingOutput(Emissions emissions, @Nullable Downstream next) {
    this.emissions = emissions;
    this.next = next;
  }

  @Override
  public void collect(StreamRecord<Object> record) {
    if (next == null) {
      emissions.add(Emissions.MAIN, record);
      return;
    }
    try {
      next.process(record);
    } catch (Exception e) {
      throw new IllegalStateException("Failed to process " + record, e);
    }
  }

  @Override
  public <X> void collect(OutputTag<X> tag, StreamRecord<X> record) {
    emissions.add(tag.getId(), record);
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
