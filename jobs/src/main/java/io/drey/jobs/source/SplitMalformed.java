// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source;

import io.drey.jobs.source.line.InputRecord;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/**
 * Emits events to the main output and malformed records to the side output, and ends the time of
 * its source with the input.
 */
class SplitMalformed extends AbstractStreamOperator<Event>
    implements OneInputStreamOperator<InputRecord, Event> {
  private static final long serialVersionUID = 1L;

  static final OutputTag<Event> MALFORMED = new OutputTag<>("malformed", EventTypeInfo.STREAM);

  @Override
  public void processElement(StreamRecord<InputRecord> line) {
    InputRecord record = line.getValue();
    if (record.isMalformed()) {
      output.collect(MALFORMED, line.<Event>replace(described(record.event())));
    } else {
      output.collect(line.replace(record.event()));
    }
  }

  /** What is emitted for a malformed record. */
  Event described(Event record) {
    return record;
  }

  /**
   * Flink drops the last watermark of a source that fell silent before its end: what is idle has no
   * say in what time it is. All that waits for the end of time would be lost.
   */
  @Override
  public void finish() throws Exception {
    output.emitWatermarkStatus(WatermarkStatus.ACTIVE);
    output.emitWatermark(Watermark.MAX_WATERMARK);
    super.finish();
  }
}
