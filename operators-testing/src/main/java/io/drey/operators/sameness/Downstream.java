// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** Where a subtask of a stage emits to: the next stage. */
interface Downstream {
  void process(StreamRecord<Object> record) throws Exception;

  void advanceTo(Watermark mark) throws Exception;

  /** The subtask behind it in the same lane. */
  static Downstream chained(OneInputStreamOperatorTestHarness<Object, Object> next) {
    return new Downstream() {
      @Override
      public void process(StreamRecord<Object> record) throws Exception {
        next.processElement(record.copy(record.getValue()));
      }

      @Override
      public void advanceTo(Watermark mark) throws Exception {
        next.processWatermark(mark);
      }
    };
  }
}
