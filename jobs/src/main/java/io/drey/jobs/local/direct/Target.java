// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/** Where the records of an edge of the graph go. */
interface Target {
  void record(StreamRecord<Object> record) throws Exception;

  void watermark(Watermark watermark) throws Exception;

  void status(WatermarkStatus status) throws Exception;

  /** No record comes over this edge any more. */
  void end() throws Exception;
}
