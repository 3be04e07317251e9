// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/** The time of each event is a watermark. */
final class AtEveryEvent implements WatermarkGenerator<String> {
  @Override
  public void onEvent(String event, long time, WatermarkOutput output) {
    output.emitWatermark(new Watermark(time));
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {}
}
