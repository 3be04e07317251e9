// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event.time;

import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.apache.flink.util.InstantiationUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {
  private static final FieldPath T = FieldPath.of("t");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final EventTime ISO = EventTime.iso(T, null);
  private static final String ACCESS_LOG = "dd/MMM/yyyy:HH:mm:ss Z";

  @ParameterizedTest
  @CsvSource({
    "2024-01-15T10:00:00Z,            2024-01-15T10:00:00Z",
    "2024-01-15T10:00Z,               2024-01-15T10:00:00Z",
    "2024-01-15t10:00:00.5z,          2024-01-15T10:00:00.5Z",
    "2024-01-15 10:00:00.123456789Z,  2024-01-15T10:00:00.123456789Z",
    "2024-01-15T10:00:00+02:00,       2024-01-15T08:00:00Z",
    "2024-01-15T10:00:00-0230,        2024-01-15T12:30:00Z",
    "2024-01-15T10:00:00+02,          2024-01-15T08:00:00Z",
    "2024-01-15T24:00:00Z,            2024-01-16T00:00:00Z",
    "2016-12-31T23:59:60Z,            2016-12-31T23:59:59Z",
    "2024-02-29T00:00:00Z,            2024-02-29T00:00:00Z",
    "0000-01-01T00:00:00Z,            0000-01-01T00:00:00Z",
    "-0001-01-01T00:00:00Z,           -0001-01-01T00:00:00Z",
    "+12024-01-15T10:00:00Z,          +12024-01-15T10:00:00Z",
    "+292278994-08-17T07:12:55.807Z,  +292278994-08-17T07:12:55.807Z",
    "-292275055-05-16T16:47:04.193Z,  -292275055-05-16T16:47:04.193Z",
    "2024-01-15T10:00:00\\u005a,      2024-01-15T10:00:00Z"
  })
  void readsIsoInstants(String text, String expected) {
    assertThat(ISO.read(event('"' + text + '"'))).isEqualTo(Instant.parse(expected));
  }

  @Test
  void readsAFractionBehindAComma() {
    assertThat(ISO.read(event("\"2024-01-15 10:00:00,250Z\"")))
        .isEqualTo("2024-01-15T10:00:00.25Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2024-01-15T10:00:00\"",
        "\"2024-01-15\"",
        "\"2024-1-15T10:00:00Z\"",
        "\"2023-02-29T10:00:00Z\"",
        "\"2024-01-15T25:00:00Z\"",
        "\"2024-01-15T24:00:00.1Z\"",
        "\"2024-01-15T10:00:60Z\"",
        "\"2024-01-15T10:00:00.Z\"",
        "\"2024-01-15T10:00:00.1234567890Z\"",
        "\"2024-01-15T10:00:00+19:00\"",
        "\"2024-01-15T10:00:00ZZ\"",
        "\" 2024-01-15T10:00:00Z\"",
        "\"+292278994-08-17T07:12:55.808Z\"",
        "\"-292275055-05-16T16:47:04.192Z\"",
        "\"+999999999-12-31T23:59:59-18:00\"",
        "\"\"",
        "1705312800",
        "true",
        "null",
        "{}"
      })
  void findsNoInstantIn(String value) {
    assertThat(ISO.read(event(value))).isNull();
    assertThat(ISO.millis(event(value))).isEqualTo(EventTime.NONE);
  }

  @Test
  void findsNoInstantWhereTheFieldIsAbsent() {
    assertThat(ISO.read(Event.of("{}"))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-15T10:00:00,       2024-01-15T09:00:00Z",
    "2024-07-15 10:00:00.5,     2024-07-15T08:00:00.5Z",
    "2024-07-15T10:00:00Z,      2024-07-15T10:00:00Z",
    "2024-01-15,                2024-01-14T23:00:00Z",
    "2024-03-31T02:30:00,       2024-03-31T01:30:00Z",
    "2024-10-27T02:30:00,       2024-10-27T00:30:00Z",
    "2024-01-15T24:00:00,       2024-01-15T23:00:00Z"
  })
  void readsLocalTimesWhereAZoneIsGiven(String text, Instant expected) {
    assertThat(EventTime.iso(T, BERLIN).read(event('"' + text + '"'))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "SECONDS,      1705312800,               2024-01-15T10:00:00Z",
    "SECONDS,      1705312800.123456789,     2024-01-15T10:00:00.123456789Z",
    "SECONDS,      1705312800.1234567899,    2024-01-15T10:00:00.123456789Z",
    "SECONDS,      1.7053128e9,              2024-01-15T10:00:00Z",
    "SECONDS,      -1,                       1969-12-31T23:59:59Z",
    "SECONDS,      -0.0000000001,            1969-12-31T23:59:59.999999999Z",
    "SECONDS,      -1e-99999999,             1969-12-31T23:59:59.999999999Z",
    "SECONDS,      1e-99999999,              1970-01-01T00:00:00Z",
    "SECONDS,      -0.0,                     1970-01-01T00:00:00Z",
    "SECONDS,      0e9999999,                1970-01-01T00:00:00Z",
    "SECONDS,      9223372036854775.807,     +292278994-08-17T07:12:55.807Z",
    "MILLISECONDS, 1705312800123,            2024-01-15T10:00:00.123Z",
    "MILLISECONDS, 1705312800123.5,          2024-01-15T10:00:00.123500Z",
    "MILLISECONDS, -1,                       1969-12-31T23:59:59.999Z",
    "MILLISECONDS, 9223372036854775807,      +292278994-08-17T07:12:55.807Z",
    "MILLISECONDS, 9223372036854775807.9,    +292278994-08-17T07:12:55.807900Z",
    "MILLISECONDS, -9223372036854775807,     -292275055-05-16T16:47:04.193Z",
    "MICROSECONDS, 1705312800123456,         2024-01-15T10:00:00.123456Z",
    "MICROSECONDS, 1705312800123456.0019,    2024-01-15T10:00:00.123456001Z",
    "NANOSECONDS,  1705312800123456789,      2024-01-15T10:00:00.123456789Z",
    "NANOSECONDS,  17053128001234567890,     2510-05-24T04:00:01.234567890Z",
    "NANOSECONDS,  -0.5,                     1969-12-31T23:59:59.999999999Z"
  })
  void readsNumbersExactly(TimeUnit unit, String number, Instant expected) {
    assertThat(EventTime.number(T, unit).read(event(number))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036854775808",
        "9223372036854775809",
        "9223372036854775999",
        "-9223372036854775999",
        "-9223372036854775808",
        "-9223372036854775807.5",
        "1e19",
        "1e2147483647",
        "1e99999999999",
        "\"\"",
        "\"-\"",
        "\"1.\"",
        "\".5\"",
        "\"+1\"",
        "\"1e3\"",
        "\"1 \"",
        "\"2024-01-15T10:00:00Z\"",
        "true"
      })
  void findsNoMillisecondsIn(String value) {
    assertThat(EventTime.number(T, MILLISECONDS).read(event(value))).isNull();
  }

  @Test
  void readsAPlainNumberInAString() {
    assertThat(EventTime.number(T, SECONDS).read(event("\"1705312800.5\"")))
        .isEqualTo("2024-01-15T10:00:00.5Z");
    assertThat(EventTime.number(T, NANOSECONDS).read(event("\"-1\"")))
        .isEqualTo("1969-12-31T23:59:59.999999999Z");
  }

  @Test
  void roundsMillisecondsDown() {
    assertThat(EventTime.number(T, MICROSECONDS).millis(event("1999"))).isEqualTo(1);
    assertThat(EventTime.number(T, MICROSECONDS).millis(event("-1"))).isEqualTo(-1);
    assertThat(ISO.millis(event("\"1969-12-31T23:59:59.9985Z\""))).isEqualTo(-2);
  }

  @Test
  void readsTextInAPattern() {
    EventTime time = EventTime.pattern(T, ACCESS_LOG, null);

    assertThat(time.read(event("\"15/Jan/2024:10:00:00 +0200\"")))
        .isEqualTo("2024-01-15T08:00:00Z");
    assertThat(time.read(event("\"15/JAN/2024:10:00:00 -0000\"")))
        .isEqualTo("2024-01-15T10:00:00Z");
    assertThat(time.read(event("\"15/Foo/2024:10:00:00 +0200\""))).isNull();
    assertThat(time.read(event("\"15/Jan/2024:10:00:00 +0200 \""))).isNull();
  }

  @Test
  void readsAPatternWithoutOffsetInItsZone() {
    assertThat(read("yyyy-MM-dd HH:mm:ss.SSS", BERLIN, "\"2024-01-15 10:00:00.250\""))
        .isEqualTo("2024-01-15T09:00:00.250Z");
    assertThat(read("dd.MM.yyyy", BERLIN, "\"15.01.2024\"")).isEqualTo("2024-01-14T23:00:00Z");
    assertThat(read("yyyyMMddHHmmss", BERLIN, "20240115100000")).isEqualTo("2024-01-15T09:00:00Z");
    assertThat(read("yyyy-MM-dd HH:mm VV", BERLIN, "\"2024-01-15 10:00 UTC\""))
        .isEqualTo("2024-01-15T10:00:00Z");
  }

  @Test
  void worksInAnotherProcess() throws Exception {
    EventTime time = InstantiationUtil.clone(EventTime.pattern(T, ACCESS_LOG, BERLIN));

    assertThat(time.field()).isEqualTo(T);
    assertThat(time.read(event("\"15/Jan/2024:10:00:00 +0200\"")))
        .isEqualTo("2024-01-15T08:00:00Z");
  }

  @Test
  void rejectsAUnitNoClockHas() {
    assertThatThrownBy(() -> EventTime.number(T, MINUTES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid unit: must be seconds, milliseconds, microseconds or nanoseconds but was MINUTES");
  }

  @Test
  void rejectsAPatternThatIsNone() {
    assertThatThrownBy(() -> EventTime.pattern(T, "{oops", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid format: must be a pattern like 'dd/MMM/yyyy:HH:mm:ss Z' but was '{oops'");
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-MM-dd HH:mm:ss,     must have an offset or be combined with zone",
    "yyyy-MM-dd HH:mm:ss[ Z], must have an offset or be combined with zone",
    "HH:mm:ss Z,              'must have a year (yyyy), month (MM or MMM) and day (dd)'",
    "YYYY-MM-dd HH:mm:ss Z,   'must have a year (yyyy), month (MM or MMM) and day (dd)'",
    "yyyy-mm-dd HH:mm:ss Z,   'must have a year (yyyy), month (MM or MMM) and day (dd)'",
    "yyyy-MM-dd hh:mm:ss Z,   'must have hours as HH, or as hh with a for AM or PM'",
    "MMM d HH:mm:ss Z,        must have a year or be combined with year"
  })
  void rejectsAPatternThatSaysTooLittle(String pattern, String rule) {
    assertThatThrownBy(() -> EventTime.pattern(T, pattern, null))
        .hasMessage("Invalid format: " + rule + " but was '" + pattern + "'");
  }

  @Test
  void rejectsAYearBesideThatOfThePattern() {
    assertThatThrownBy(() -> EventTime.pattern(T, "yyyy-MM-dd", BERLIN, Year.of(2024)))
        .hasMessage("Invalid year: must be left out where the format has a year but was 2024");
  }

  @Test
  void readsTheFirstTextWithoutAYearInTheGivenOne() {
    assertThat(yearless("\"Jan  8 03:04:05\"", EventTime.NONE)).isEqualTo("2024-01-08T03:04:05Z");
    assertThat(yearless("\"Dec 31 23:59:59\"", EventTime.NONE)).isEqualTo("2024-12-31T23:59:59Z");
    assertThat(yearless("\"Feb 29 00:00:00\"", EventTime.NONE)).isEqualTo("2024-02-29T00:00:00Z");
    assertThat(yearless("\"Feb 30 00:00:00\"", EventTime.NONE)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Jan  1 00:00:01, 2024-12-31T23:59:58Z, 2025-01-01T00:00:01Z",
    "Dec 31 23:59:59, 2025-01-01T00:00:00Z, 2024-12-31T23:59:59Z",
    "Jun 30 00:00:00, 2025-01-01T00:00:00Z, 2025-06-30T00:00:00Z",
    "Jul  4 00:00:00, 2025-01-01T00:00:00Z, 2024-07-04T00:00:00Z",
    "Feb 29 12:00:00, 2025-01-01T00:00:00Z, 2024-02-29T12:00:00Z",
    "Feb 29 12:00:00, 2027-01-01T00:00:00Z, 2028-02-29T12:00:00Z",
    "Feb 29 12:00:00, 1899-01-01T00:00:00Z, 1896-02-29T12:00:00Z"
  })
  void aTextWithoutAYearIsAsNearAsItCanBe(String text, Instant near, String expected) {
    assertThat(yearless('"' + text + '"', near.toEpochMilli())).isEqualTo(expected);
  }

  @Test
  void findsNoInstantInADayThatItsMonthDoesNotHave() {
    assertThat(read("dd.MM.yyyy", BERLIN, "\"29.02.2023\"")).isNull();
    assertThat(read("dd.MM.yyyy", BERLIN, "\"31.04.2024\"")).isNull();
    assertThat(read("dd.MM.yyyy", BERLIN, "\"30.04.2024\"")).isEqualTo("2024-04-29T22:00:00Z");
    assertThat(read("yyyy-MM-dd HH:mm", BERLIN, "\"2024-02-28 24:00\""))
        .isEqualTo("2024-02-28T23:00:00Z");
  }

  @Test
  void aDayOfTheWeekDoesNotContradictTheYear() {
    EventTime time = EventTime.pattern(T, "EEE MMM d HH:mm:ss Z", null, Year.of(2024));

    assertThat(time.read(event("\"Mon Jan 15 10:00:00 +0100\""))).isEqualTo("2024-01-15T09:00:00Z");
  }

  @Test
  void anAmbiguousLocalTimeHasTheEarlierOffsetAndAnImpossibleOneIsLater() {
    String pattern = "yyyy-MM-dd HH:mm:ss";
    assertThat(read(pattern, BERLIN, "\"2024-10-27 02:30:00\"")).isEqualTo("2024-10-27T00:30:00Z");
    assertThat(read(pattern, BERLIN, "\"2024-03-31 02:30:00\"")).isEqualTo("2024-03-31T01:30:00Z");
    EventTime iso = EventTime.iso(T, BERLIN);
    assertThat(iso.read(event("\"2024-10-27T02:30:00\""))).isEqualTo("2024-10-27T00:30:00Z");
    assertThat(iso.read(event("\"2024-03-31T02:30:00\""))).isEqualTo("2024-03-31T01:30:00Z");
  }

  @Test
  void writesInstantsWithMilliseconds() {
    assertThat(InstantText.ofMillis(1_705_312_800_000L)).isEqualTo("2024-01-15T10:00:00.000Z");
    assertThat(InstantText.ofMillis(-1)).isEqualTo("1969-12-31T23:59:59.999Z");
    assertThat(InstantText.ofMillis(Long.MAX_VALUE)).isEqualTo("+292278994-08-17T07:12:55.807Z");
    assertThat(InstantText.ofMillis(Long.MIN_VALUE)).isEqualTo("-292275055-05-16T16:47:04.192Z");
  }

  private static @Nullable Instant yearless(String value, long near) {
    return EventTime.pattern(T, "MMM ppd HH:mm:ss", ZoneId.of("UTC"), Year.of(2024))
        .read(event(value), near);
  }

  private static @Nullable Instant read(String pattern, ZoneId zone, String value) {
    return EventTime.pattern(T, pattern, zone).read(event(value));
  }

  private static Event event(String value) {
    return Event.of("{\"t\":" + value + "}");
  }
}
