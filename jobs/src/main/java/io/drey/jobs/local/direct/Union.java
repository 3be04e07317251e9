// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.io.PushingAsyncDataInput.DataOutput;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.StatusWatermarkValve;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/** Several edges into one input, whose watermark is that of the edge furthest behind. */
final class Union implements DataOutput<Object> {
  private final OperatorInput input;
  private final StatusWatermarkValve valve;
  private int connected;
  private int open;

  Union(OperatorInput input, int edges) {
    this.input = input;
    this.valve = new StatusWatermarkValve(edges);
    this.open = edges;
  }

  /** The target of one more edge. */
  Target connect() {
    return new Channel(connected++);
  }

  @Override
  public void emitRecord(StreamRecord<Object> record) throws Exception {
    input.record(record);
  }

  @Override
  public void emitWatermark(Watermark watermark) throws Exception {
    input.watermark(watermark);
  }

  @Override
  public void emitWatermarkStatus(WatermarkStatus status) throws Exception {
    input.status(status);
  }

  @Override
  public void emitLatencyMarker(LatencyMarker marker) {}

  @Override
  public void emitRecordAttributes(RecordAttributes attributes) {}

  @Override
  public void emitWatermark(WatermarkEvent watermark) {}

  private final class Channel implements Target {
    private final int index;

    private Channel(int index) {
      this.index = index;
    }

    @Override
    public void record(StreamRecord<Object> record) throws Exception {
      input.record(record);
    }

    @Override
    public void watermark(Watermark watermark) throws Exception {
      valve.inputWatermark(watermark, index, Union.this);
    }

    @Override
    public void status(WatermarkStatus status) throws Exception {
      valve.inputWatermarkStatus(status, index, Union.this);
    }

    @Override
    public void end() throws Exception {
      open--;
      if (open == 0) {
        input.end();
      }
    }
  }
}
