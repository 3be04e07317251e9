// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedPatternTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String CHARACTERS = "0123456789+-:/ .TZ";

  private final Random random = new Random(3);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dd/MMM/yyyy:HH:mm:ss Z",
        "yyyy-MM-dd'T'HH:mm:ss.SSSZ",
        "yyyyMMddHHmmss",
        "uuuu-MM-dd HH:mm:ss,SSS",
        "yyyy/MM/dd HH:mm",
        "dd MMM yyyy HH:mm:ss.SSSSSSSSS",
      })
  void readsWhatTheFormatterReads(String pattern) {
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    FixedPattern fixed = Objects.requireNonNull(FixedPattern.of(pattern, BERLIN));
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      long second = random.nextLong(-10_000_000_000L, 100_000_000_000L);
      ZoneId zone = ZoneOffset.ofTotalSeconds((random.nextInt(35) - 17) * 60 * 45);
      ZonedDateTime time =
          Instant.ofEpochSecond(second, random.nextInt(1_000_000_000)).atZone(zone);
      String text = formatter.format(time);
      if (i % 3 == 0) {
        text = damaged(text);
      }
      Instant instant = fixed.read(text);
      if (instant != null) {
        assertThat(instant).as(text).isEqualTo(slow(formatter, text));
        read++;
      }
    }
    assertThat(read).isGreaterThan(13_000);
  }

  private String damaged(String text) {
    char other = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
    int at = random.nextInt(text.length());
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  private static @Nullable Instant slow(DateTimeFormatter formatter, String text) {
    return formatter
        .withZone(formatter.toString().contains("Offset") ? null : BERLIN)
        .parse(text, Instant::from);
  }

  @ParameterizedTest
  @CsvSource({
    "31/Apr/2024:00:00:00 +0000",
    "29/Feb/2023:00:00:00 +0000",
    "00/Jan/2024:00:00:00 +0000",
    "01/Jan/2024:24:00:00 +0000",
    "01/Jan/2024:00:60:00 +0000",
    "01/jan/2024:00:00:00 +0000",
    "01/Jan/2024:00:00:00 +1800",
    "01/Jan/2024:00:00:00 +00:00",
    "01/Jan/2024:00:00:0x +0000",
  })
  void leavesOtherTextsToTheFormatter(String text) {
    FixedPattern fixed = FixedPattern.of("dd/MMM/yyyy:HH:mm:ss Z", null);

    assertThat(Objects.requireNonNull(fixed).read(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d/MMM/yyyy HH:mm:ss Z",
        "MMM dd HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss[.SSS]Z",
        "EEE, dd MMM yyyy HH:mm:ss Z",
        "yyyy-MM-dd",
        "hh:mm a dd/MM/yyyy",
        "yyyy-MM-dd HH:mm:ss XXX",
        "yyyy-MM-dd 'at' HH:mm:ss Z",
      })
  void leavesOtherPatternsToTheFormatter(String pattern) {
    assertThat(FixedPattern.of(pattern, BERLIN)).isNull();
  }

  @Test
  void takesTheOffsetThatIsWrittenBeforeTheZone() {
    FixedPattern fixed = FixedPattern.of("yyyy-MM-dd HH:mm Z", BERLIN);

    assertThat(Objects.requireNonNull(fixed).read("2024-07-01 00:00 +0000"))
        .isEqualTo("2024-07-01T00:00:00Z");
  }
}
