// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.format.InputFormat;
import io.drey.jobs.source.single.ReadTimes;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.time.EventTime;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventDecoderTest {
  private static final FieldPath AT = FieldPath.of("at");

  private final SourceMetrics metrics = new SourceMetrics(new UnregisteredMetricsGroup(), "in");

  @Test
  void decodesTheBytesOfAMessageToAnEventWithItsTime() {
    EventDecoder decoder = decoder(InputFormat.JSON);

    InputRecord record = requireNonNull(decode(decoder, "{\"at\":5}", 7));

    assertThat(record.event()).hasToString("{\"at\":5}");
    assertThat(record.time()).isEqualTo(5);
    assertThat(metrics.events.getCount()).isEqualTo(1);
  }

  @Test
  void aMalformedRecordHasItsPositionAndTheTimeOfTheEventBefore() {
    EventDecoder decoder = decoder(InputFormat.JSON);
    assertThat(decode(decoder, "{\"at\":5}", 7)).isNotNull();

    InputRecord record = requireNonNull(decode(decoder, "{\"at\":\"soon\"}", 8));

    assertThat(record.isMalformed()).isTrue();
    assertThat(record.event())
        .hasToString(
            "{\"source\":\"in\",\"position\":\"orders-3:8\",\"error\":\"Unreadable time in field"
                + " 'at': 'soon'\",\"raw\":\"{\\\"at\\\":\\\"soon\\\"}\"}");
    assertThat(record.time()).isEqualTo(5);
    assertThat(metrics.malformed.getCount()).isEqualTo(1);
  }

  @Test
  void aHeaderIsNoRecord() {
    EventDecoder decoder = decoder(InputFormat.CSV);

    assertThat(decode(decoder, "at,user", 1)).isNull();
    assertThat(metrics.events.getCount()).isZero();
  }

  private EventDecoder decoder(InputFormat format) {
    TimeReader time =
        new TimeReader(
            EventTime.number(AT, TimeUnit.MILLISECONDS), Duration.ZERO, null, null, () -> 0);
    return new EventDecoder(
        FormatOptions.of(format).parser("orders"),
        new SourceRecords("in", "orders-3", time, ReadTimes.NONE, metrics));
  }

  private static @Nullable InputRecord decode(EventDecoder decoder, String message, long offset) {
    byte[] bytes = ("#" + message + "#").getBytes(UTF_8);
    return decoder.decode(bytes, 1, bytes.length - 1, offset);
  }
}
