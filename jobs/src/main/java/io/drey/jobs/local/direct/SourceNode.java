// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.util.concurrent.CompletableFuture;
import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.runtime.io.network.api.StopMode;
import org.apache.flink.streaming.api.operators.SourceOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.io.DataInputStatus;
import org.apache.flink.streaming.runtime.io.PushingAsyncDataInput.DataOutput;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/** A source that is read. */
final class SourceNode implements DataOutput<Object> {
  /** How many events pass between two watermarks. */
  private static final int EVENTS_PER_WATERMARK = 1024;

  private final Node node;
  private final SourceOperator<Object, ?> operator;
  private final NodeOutput output;
  private final SourceCoordinator<?> coordinator;
  private final EventTimers timers;

  private int sinceWatermark;
  private long time = Long.MIN_VALUE;
  private long reads;

  SourceNode(
      Node node,
      SourceOperator<Object, ?> operator,
      NodeOutput output,
      SourceCoordinator<?> coordinator,
      EventTimers timers) {
    this.node = node;
    this.operator = operator;
    this.output = output;
    this.coordinator = coordinator;
    this.timers = timers;
  }

  Node node() {
    return node;
  }

  boolean isAvailable() {
    return available().isDone();
  }

  /** Completes when there is something to read. */
  CompletableFuture<?> available() {
    return operator.getAvailableFuture();
  }

  /** Whether its turn comes before another's: by time of the last event, then by turns. */
  boolean isBehind(SourceNode other) {
    return time == other.time ? reads < other.reads : time < other.time;
  }

  /** Reads a piece. */
  DataInputStatus read() throws Exception {
    reads++;
    DataInputStatus status = operator.emitNext(this);
    if (sinceWatermark >= EVENTS_PER_WATERMARK) {
      emitWatermark();
    }
    return status;
  }

  /** Emits the watermark of the events so far, if there is a new one. */
  void emitWatermark() throws Exception {
    sinceWatermark = 0;
    timers.fire();
  }

  /** Makes its input end where it stands. */
  void stop() {
    coordinator.letGo();
    CompletableFuture<Void> unused = operator.stop(StopMode.DRAIN);
  }

  /** Ends it, after its last record. */
  void end() throws Exception {
    output.emitWatermark(Watermark.MAX_WATERMARK);
    node.finish();
  }

  @Override
  public void emitRecord(StreamRecord<Object> record) {
    sinceWatermark++;
    if (record.hasTimestamp()) {
      time = record.getTimestamp();
    }
    output.collect(record);
  }

  @Override
  public void emitWatermark(Watermark watermark) {
    output.emitWatermark(watermark);
  }

  @Override
  public void emitWatermarkStatus(WatermarkStatus status) {
    output.emitWatermarkStatus(status);
  }

  @Override
  public void emitLatencyMarker(LatencyMarker marker) {}

  @Override
  public void emitRecordAttributes(RecordAttributes attributes) {}

  @Override
  public void emitWatermark(WatermarkEvent watermark) {}
}
