// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.source.line.InputRecord;
import io.drey.jobs.source.line.InputRecordSerializer;
import io.drey.operators.event.Event;
import io.drey.operators.event.Origin;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class SplitMalformedTest {
  private static final Event GOOD = Event.of("{\"n\":1}");
  private static final Event BAD = Event.of("{\"error\":\"x\"}");

  @Test
  void separatesEventsFromMalformedRecords() throws Exception {
    try (OneInputStreamOperatorTestHarness<InputRecord, Event> harness = harness()) {
      harness.processElement(InputRecord.event(GOOD, 3), 3);
      harness.processElement(InputRecord.malformed(BAD, 4), 4);

      assertThat(harness.getOutput()).containsExactly(new StreamRecord<>(GOOD, 3));
      assertThat(harness.getSideOutput(SplitMalformed.MALFORMED))
          .containsExactly(new StreamRecord<>(BAD, 4));
    }
  }

  @Test
  void saysWhereMalformedRecordsAreFromIfAsked() throws Exception {
    Event bad = Event.of("{\"source\":\"in\",\"position\":\"a:1\",\"error\":\"\"}");

    assertThat(new SplitTraced().described(bad).origin()).isEqualTo(new Origin("in", "a:1"));
    assertThat(new SplitMalformed().described(bad).origin()).isNull();
  }

  @Test
  void endsTheTimeOfASourceThatFellSilent() throws Exception {
    try (OneInputStreamOperatorTestHarness<InputRecord, Event> harness = harness()) {
      harness.processWatermark(7);
      harness.processWatermarkStatus(WatermarkStatus.IDLE);

      harness.getOneInputOperator().finish();

      assertThat(harness.getOutput())
          .containsExactly(
              new Watermark(7),
              WatermarkStatus.IDLE,
              WatermarkStatus.ACTIVE,
              Watermark.MAX_WATERMARK);
    }
  }

  private static OneInputStreamOperatorTestHarness<InputRecord, Event> harness() throws Exception {
    OneInputStreamOperatorTestHarness<InputRecord, Event> harness =
        new OneInputStreamOperatorTestHarness<>(new SplitMalformed(), new InputRecordSerializer());
    harness.open();
    return harness;
  }
}
