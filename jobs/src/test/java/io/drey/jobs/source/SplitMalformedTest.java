// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.java.typeutils.EitherTypeInfo;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.types.Either;
import org.junit.jupiter.api.Test;

class SplitMalformedTest {
  private static final Event GOOD = Event.of("{\"n\":1}");
  private static final Event BAD = Event.of("{\"error\":\"x\"}");

  @Test
  void separatesEventsFromMalformedRecords() throws Exception {
    try (OneInputStreamOperatorTestHarness<Either<Event, Event>, Event> harness = harness()) {
      harness.processElement(Either.Right(GOOD), 3);
      harness.processElement(Either.Left(BAD), 4);

      assertThat(harness.getOutput()).containsExactly(new StreamRecord<>(GOOD, 3));
      assertThat(harness.getSideOutput(SplitMalformed.MALFORMED))
          .containsExactly(new StreamRecord<>(BAD, 4));
    }
  }

  @Test
  void endsTheTimeOfASourceThatFellSilent() throws Exception {
    try (OneInputStreamOperatorTestHarness<Either<Event, Event>, Event> harness = harness()) {
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

  private static OneInputStreamOperatorTestHarness<Either<Event, Event>, Event> harness()
      throws Exception {
    OneInputStreamOperatorTestHarness<Either<Event, Event>, Event> harness =
        new OneInputStreamOperatorTestHarness<>(
            new SplitMalformed(),
            new EitherTypeInfo<>(EventTypeInfo.STREAM, EventTypeInfo.STREAM)
                .createSerializer(new SerializerConfigImpl()));
    harness.open();
    return harness;
  }
}
