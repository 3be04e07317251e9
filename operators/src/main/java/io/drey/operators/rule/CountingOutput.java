// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/**
 * Counts the records of each output before emitting them: after this point Flink drops what nothing
 * reads.
 */
final class CountingOutput<T> implements Output<StreamRecord<T>> {
  private final Output<StreamRecord<T>> next;
  private final StepMetrics metrics;
  private final Counter main;
  private final Map<String, OutputCounter> named = new HashMap<>();

  CountingOutput(Output<StreamRecord<T>> next, StepMetrics metrics) {
    this.next = next;
    this.metrics = metrics;
    this.main = metrics.main();
  }

  @Override
  public void collect(StreamRecord<T> record) {
    main.inc();
    next.collect(record);
  }

  @Override
  public <X> void collect(OutputTag<X> tag, StreamRecord<X> record) {
    OutputCounter counter = named.get(tag.getId());
    if (counter == null) {
      counter = metrics.output(tag.getId());
      named.put(tag.getId(), counter);
    }
    counter.count(record.getValue());
    next.collect(tag, record);
  }

  @Override
  public void emitWatermark(Watermark mark) {
    next.emitWatermark(mark);
  }

  @Override
  public void emitWatermark(WatermarkEvent watermark) {
    next.emitWatermark(watermark);
  }

  @Override
  public void emitWatermarkStatus(WatermarkStatus status) {
    next.emitWatermarkStatus(status);
  }

  @Override
  public void emitLatencyMarker(LatencyMarker marker) {
    next.emitLatencyMarker(marker);
  }

  @Override
  public void emitRecordAttributes(RecordAttributes attributes) {
    next.emitRecordAttributes(attributes);
  }

  @Override
  public void close() {
    next.close();
  }
}
