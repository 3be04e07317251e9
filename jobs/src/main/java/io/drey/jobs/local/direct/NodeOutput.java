// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ExceptionInChainedOperatorException;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.function.ThrowingConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The output of an operator: to those that read its main output, and to those that read its side
 * outputs. Several readers of one output share the value of a record, as in a chain on a cluster
 * that reuses objects.
 */
final class NodeOutput implements Output<StreamRecord<Object>> {
  private static final Target[] NONE = {};

  private final Map<String, Target[]> side = new HashMap<>();
  private final List<Target> all = new ArrayList<>();
  private Target[] main = NONE;

  /** Connects a reader of a side output, or of the main output if there is no tag. */
  void add(@Nullable OutputTag<?> tag, Target target) {
    all.add(target);
    if (tag == null) {
      main = with(target, main);
    } else {
      side.merge(tag.getId(), new Target[] {target}, (before, one) -> with(target, before));
    }
  }

  private static Target[] with(Target last, Target[] before) {
    Target[] targets = Arrays.copyOf(before, before.length + 1);
    targets[before.length] = last;
    return targets;
  }

  @Override
  public void collect(StreamRecord<Object> record) {
    send(record, main);
  }

  @Override
  @SuppressWarnings("unchecked") // the type of a tag is that of its readers
  public <X> void collect(OutputTag<X> tag, StreamRecord<X> record) {
    send((StreamRecord<Object>) record, side.getOrDefault(tag.getId(), NONE));
  }

  private static void send(StreamRecord<Object> record, Target[] targets) {
    try {
      int last = targets.length - 1;
      for (int i = 0; i < last; i++) {
        targets[i].record(record.copy(record.getValue()));
      }
      if (last >= 0) {
        targets[last].record(record);
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ExceptionInChainedOperatorException(e);
    }
  }

  @Override
  public void emitWatermark(Watermark watermark) {
    forAll(target -> target.watermark(watermark));
  }

  @Override
  public void emitWatermarkStatus(WatermarkStatus status) {
    forAll(target -> target.status(status));
  }

  /** Tells all readers that nothing follows. */
  void end() {
    forAll(Target::end);
  }

  private void forAll(ThrowingConsumer<Target, Exception> action) {
    try {
      for (Target target : all) {
        action.accept(target);
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ExceptionInChainedOperatorException(e);
    }
  }

  @Override
  public void emitLatencyMarker(LatencyMarker marker) {}

  @Override
  public void emitRecordAttributes(RecordAttributes attributes) {}

  @Override
  public void emitWatermark(WatermarkEvent watermark) {}

  @Override
  public void close() {}
}
