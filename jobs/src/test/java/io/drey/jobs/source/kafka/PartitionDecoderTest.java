// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.format.InputFormat;
import io.drey.jobs.source.line.InputRecord;
import io.drey.jobs.source.line.SourceMetrics;
import io.drey.jobs.source.line.SourceRecords;
import io.drey.jobs.source.single.ReadTimes;
import io.drey.operators.event.FieldPath;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartitionDecoderTest {
  private static final TimeOptions OF_RECORD =
      new TimeOptions(
          null,
          true,
          null,
          null,
          null,
          null,
          Duration.ZERO,
          Duration.ofSeconds(30),
          Duration.ofHours(1),
          null);

  private final SourceMetrics metrics = new SourceMetrics(new UnregisteredMetricsGroup(), "in");

  @Test
  void anEventHasTheTimestampOfItsRecord() {
    InputRecord record = decode(decoder(OF_RECORD), 5, "{}");

    assertThat(record.isMalformed()).isFalse();
    assertThat(record.time()).isEqualTo(5);
  }

  /** Producers of old wrote such records. */
  @Test
  void aRecordWithoutATimestampIsMalformed() {
    assertThat(error(decode(decoder(OF_RECORD), -1, "{}")))
        .isEqualTo("The record has no timestamp");
    assertThat(error(decode(decoder(OF_RECORD), -1, null)))
        .isEqualTo("The record has no timestamp");
  }

  @Test
  void anEventTimeInAFieldNeedsNoTimestamp() {
    InputRecord record =
        decode(
            decoder(TimeOptions.iso(FieldPath.of("at"))), -1, "{\"at\":\"1970-01-01T00:00:01Z\"}");

    assertThat(record.isMalformed()).isFalse();
    assertThat(record.time()).isEqualTo(1000);
  }

  @Test
  void aTimestampFarAheadIsMalformed() {
    assertThat(error(decode(decoder(OF_RECORD), 32_503_680_000_000L, "{}")))
        .startsWith("Timestamp of the record more than max-ahead (1h) ahead of the clock");
  }

  @Test
  void aMalformedRecordHasTheTimeOfTheEventBefore() {
    PartitionDecoder decoder = decoder(OF_RECORD);
    assertThat(decode(decoder, 5, "{}").time()).isEqualTo(5);

    InputRecord record = decode(decoder, 9, "no event");

    assertThat(record.isMalformed()).isTrue();
    assertThat(record.time()).isEqualTo(5);
  }

  private PartitionDecoder decoder(TimeOptions time) {
    return new PartitionDecoder(
        "orders",
        0,
        FormatOptions.of(InputFormat.JSON).parser("orders/0"),
        new SourceRecords("in", "orders/0", time.reader(), ReadTimes.NONE, metrics),
        new RecordFields(FieldPath.of("key"), Map.of()),
        Tombstones.EVENT,
        metrics);
  }

  private static InputRecord decode(
      PartitionDecoder decoder, long timestamp, @Nullable String value) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            "orders",
            0,
            17,
            timestamp,
            TimestampType.CREATE_TIME,
            1,
            1,
            "k".getBytes(UTF_8),
            value == null ? null : value.getBytes(UTF_8),
            new RecordHeaders(),
            Optional.empty());
    return requireNonNull(decoder.decode(record));
  }

  private static String error(InputRecord record) {
    assertThat(record.isMalformed()).isTrue();
    return String.valueOf(record.event().text(FieldPath.of("error")));
  }
}
