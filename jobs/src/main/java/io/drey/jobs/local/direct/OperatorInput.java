// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.Input;
import org.apache.flink.streaming.api.operators.KeyContextHandler;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/** The input of an operator. */
final class OperatorInput implements Target {
  private final Node node;
  private final Input<Object> input;
  private final boolean isKeyed;

  OperatorInput(Node node, Input<Object> input) {
    this.node = node;
    this.input = input;
    this.isKeyed = !(input instanceof KeyContextHandler handler) || handler.hasKeyContext();
  }

  @Override
  public void record(StreamRecord<Object> record) throws Exception {
    if (isKeyed) {
      input.setKeyContextElement(record);
    }
    input.processElement(record);
  }

  @Override
  public void watermark(Watermark watermark) throws Exception {
    input.processWatermark(watermark);
  }

  @Override
  public void status(WatermarkStatus status) throws Exception {
    input.processWatermarkStatus(status);
  }

  @Override
  public void end() throws Exception {
    if (input instanceof BoundedOneInput bounded) {
      bounded.endInput();
    }
    node.finish();
  }
}
